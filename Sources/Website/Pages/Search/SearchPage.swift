import HTML
import Vocabulary

/// What was found for some words, and the box to look for others.
public struct SearchPage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    /// As it was understood; empty: nothing was asked yet.
    public let question: String
    /// The meanings of a word that has several.
    public let which: [Meaning]
    /// The best first.
    public let hits: [Hit]

    public init(question: String, which: [Meaning] = [], hits: [Hit] = []) {
      self.question = question
      self.which = which
      self.hits = hits
    }
  }

  /// One meaning of a word that has several.
  public struct Meaning: Sendable, Hashable {
    public let text: String
    /// Where to read on, if Fobwatch knows more.
    public let link: Link?

    public init(text: String, link: Link? = nil) {
      self.text = text
      self.link = link
    }
  }

  public struct Hit: Sendable, Hashable {
    public let link: Link
    /// "Glossary".
    public let kind: String
    public let text: String

    public init(link: Link, kind: String, text: String) {
      self.link = link
      self.kind = kind
      self.text = text
    }
  }

  let value: Value
  let language: Language

  func page() -> Page {
    let title = Phrase("Search", "Buscar")[language]
    return Page(
      title: value.question.isEmpty ? title : "\(title): \(value.question)",
      address: Address(.search(value.question), language),
      body: "<h1>\(title)</h1>\(SearchBox(question: value.question, language: language).html)\(which)\(hits)")
  }

  private var which: HTML {
    guard !value.which.isEmpty else { return "" }
    let title = Phrase(
      "“\(value.question)” means several things. Which one?", "«\(value.question)» significa varias cosas. ¿Cuál?")[
        language]
    let items = value.which.map { meaning -> HTML in
      let link: HTML = meaning.link.map { " \($0.html(language))" } ?? ""
      return "<li>\(meaning.text)\(link)</li>\n"
    }
    return """
      <section class="section card stack" aria-labelledby="which"><h2 id="which">\(title)</h2>
      <ul class="list">\(items)</ul></section>

      """
  }

  private var hits: HTML {
    guard !value.question.isEmpty else { return "" }
    let title = Phrase("Found", "Encontrado")[language]
    guard !value.hits.isEmpty else {
      let nothing = Phrase(
        "Nothing found. Try fewer words, or one word alone.",
        "No se encontró nada. Pruebe con menos palabras, o con una sola.")
      return "<section class=\"section\"><h2>\(title)</h2><p>\(nothing[language])</p></section>\n"
    }
    let items = value.hits.map { hit -> HTML in
      let text: HTML = hit.text.isEmpty ? "" : "<p class=\"fine\">\(hit.text)</p>"
      return "<li><p>\(hit.link.html(language)) <span class=\"tag\">\(hit.kind)</span></p>\(text)</li>\n"
    }
    return """
      <section class="section stack" aria-labelledby="found"><h2 id="found">\(title)</h2>
      <ul class="list measure">\(items)</ul></section>

      """
  }
}

/// The one search box.
struct SearchBox {
  var question = ""
  let language: Language

  var html: HTML {
    let label = Phrase("Search everything", "Buscar en todo")[language]
    let hint = Phrase(
      "Credentials, states, duties, words. English or Spanish.",
      "Credenciales, estados, tareas, palabras. Español o inglés.")
    let button = Phrase("Search", "Buscar")[language]
    return """
      <form class="card mt-5 filters no-print" role="search" method="get" action="\(url: Address(.search(""), language).text)">
      <div class="field wider"><label for="q">\(label)</label><p class="hint" id="q-hint">\(hint[language])</p>\
      <input id="q" name="q" type="search" value="\(question)" maxlength="120" aria-describedby="q-hint"></div>
      <button class="btn small" type="submit">\(button)</button></form>

      """
  }
}
