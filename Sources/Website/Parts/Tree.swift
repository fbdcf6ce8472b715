import HTML
import Vocabulary

extension ReasonNode {
  /// The whole tree, folded where it is met.
  func tree(_ language: Language) -> HTML {
    "<ul class=\"tree\">\(item(language))</ul>\n"
  }

  private func item(_ language: Language) -> HTML {
    let chip = Chip(sign, verdict).html(language)
    let head: HTML = "\(chip)<span class=\"what\">\(what)</span>\(grade?.html(language))"
    guard leaf != nil || !parts.isEmpty || !rest.isEmpty else { return "<li><div class=\"part\">\(head)</div></li>\n" }
    let open: HTML = isOpen ? " open" : ""
    let inside: HTML = leaf.map { "<div class=\"inside\">\($0.html(language))</div>" } ?? ""
    let items = parts.map { $0.item(language) } + [folded(language)].compactMap(\.self)
    let below: HTML = items.isEmpty ? "" : "\n<ul>\(items)</ul>"
    return "<li><details\(open)><summary>\(head)</summary>\(inside)\(below)</details></li>\n"
  }

  /// What does not decide, in one line that unfolds.
  private func folded(_ language: Language) -> HTML? {
    guard !rest.isEmpty else { return nil }
    let text = Phrase(
      "\(rest.count) more parts that do not decide the answer", "\(rest.count) partes más que no deciden la respuesta")
    return """
      <li><details><summary><span class="what">\(text[language])</span></summary>
      <ul>\(rest.map { $0.item(language) })</ul></details></li>

      """
  }
}

extension ReasonNode.Leaf {
  func html(_ language: Language) -> HTML {
    let rows: [HTML] = [
      labelled(Phrase("Evidence used", "Datos usados"), "\(evidence.map { "<p>\($0)</p>" as HTML })", language),
      labelled(Phrase("Rule version", "Versión de la regla"), "<p><code>\(version)</code></p>", language),
      labelled(Phrase("Source", "Fuente"), "\(sources.map { $0.html(language) })", language),
    ]
    let bar: HTML = progress.map { $0.html } ?? ""
    let question: HTML = ask.map { "<p>\($0.html(language))</p>" } ?? ""
    return "<div class=\"leaf\">\(rows)\(bar)\(question)</div>\n"
  }

  private func labelled(_ label: Phrase, _ html: HTML, _ language: Language) -> HTML {
    html.isEmpty ? "" : "<div><p class=\"label\">\(label[language])</p>\n\(html)</div>\n"
  }
}

extension ReasonNode.Source {
  func html(_ language: Language) -> HTML {
    switch words {
    case .quoted(let text, let its):
      return "<blockquote lang=\"\(its)\"><p>\(text)</p></blockquote>\(citation.html(language))"
    case .paraphrased(let text):
      let ours = Phrase("(in our words)", "(en nuestras palabras)")[language]
      return "<p>\(text) <span class=\"fine\">\(ours)</span></p>\n\(citation.html(language))"
    case .same: return citation.html(language)
    }
  }
}

extension ReasonNode.Progress {
  var html: HTML {
    """
    <div class="bar"><p class="fine">\(text)</p><svg aria-hidden="true">\
    <rect width="100%" height="100%" rx="3" fill="url(#p-unknown)"/>\
    <rect width="\(percent(share))" height="100%" rx="3" class="v-due"/></svg></div>

    """
  }
}

/// A share as an SVG length: `93.33%`.
func percent(_ share: Double) -> String {
  let hundredths = Int((share * 10_000).rounded())
  return "\(hundredths / 100).\(padded(abs(hundredths % 100)))%"
}

/// Two digits: `07`.
func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
