import HTML
import Rules
import Services
import Vocabulary

/// One thing of a record: what it says, the form that corrects it, the one that withdraws it, and all that was ever recorded of it.
struct RecordItemPage {
  /// An entry of its history.
  struct Entry {
    let at: String
    let who: String
    /// "Added", "Corrected", "Withdrawn".
    let what: String
    /// What it said from then on, in words.
    let says: String
    let why: String?
  }

  struct Value {
    let part: RecordPart
    let id: RecordID
    let title: String
    let facts: [Fact]
    /// The form; nil once it was withdrawn.
    var form: RecordFormPage.Value?
    /// The entry that the form is made from.
    let seen: Int
    /// Why it is corrected, as typed.
    var why = ""
    let history: [Entry]
    /// Its papers; nil: of this part papers are no part of a thing.
    var papers: [Link]?
  }

  let value: Value
  let token: String?
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    Page(
      title: value.title, address: Address(.member(.wallet(.item(value.part, value.id))), language), isCompact: true,
      isPersonal: true,
      body: """
        \(crumb(RecordPage.title(value.part)[language], .member(.wallet(.record(value.part))), language))\
        <div class="stack measure">\(errorSummary(errors, language))<h1>\(value.title)</h1>\
        <section class="card">\(factList(value.facts, language, tight: true))</section>\
        \(papers(language))\(correction(language))\(history(language))\(withdrawal(language))</div>

        """)
  }

  private func papers(_ language: Language) -> HTML {
    guard let papers = value.papers else { return "" }
    let none = Phrase("None yet.", "Aún ninguno.")[language]
    let lines = papers.map { "<li>\($0.html(language))</li>\n" as HTML }
    let list: HTML = papers.isEmpty ? "<p class=\"fine\">\(none)</p>" : "<ul class=\"list\">\(lines)</ul>"
    let title = Phrase("Papers of it", "Documentos que le corresponden")[language]
    let add = Link(PaperNewPage.title[language], .page(.member(.paperNew)))
    return """
      <section class="card stack tight" aria-labelledby="papers"><h2 id="papers">\(title)</h2>\(list)<p>\(add.html(language))</p></section>

      """
  }

  private func correction(_ language: Language) -> HTML {
    guard let form = value.form else { return "" }
    let title = Phrase("Correct it", "Corregirlo")[language]
    let inner = RecordFormPage(value: form, token: token, errors: errors)
    let why =
      value.part == .health
      ? reasons("why", language)
      : Field(
        name: "why", label: Phrase("Why it is corrected", "Por qué se corrige"),
        hint: Phrase("A typing mistake, a new letter.", "Un error al escribir, una carta nueva."), value: value.why,
        errors: errors
      ).html(language)
    let sent = MemberForm(
      action: .wallet(.item(value.part, value.id)), token: token,
      button: Phrase("Save the correction", "Guardar la corrección"), look: "btn big fill",
      hidden: [("seen", String(value.seen))], fields: inner.fields(language) + [why])
    return
      "<section class=\"card stack\" aria-labelledby=\"correct\"><h2 id=\"correct\">\(title)</h2>\(sent.html(language))</section>\n"
  }

  private func withdrawal(_ language: Language) -> HTML {
    guard value.form != nil else { return "" }
    let title = Phrase("It was never so", "Nunca fue así")[language]
    let text = Phrase(
      "Withdrawn, it counts no more. What was known until now can still be seen in the history.",
      "Si lo retira, ya no cuenta. Lo que se sabía hasta ahora sigue visible en el historial.")[language]
    let why =
      value.part == .health
      ? reasons("reason", language)
      : Field(name: "reason", label: Phrase("Why it is withdrawn", "Por qué se retira"), errors: errors).html(language)
    let sent = MemberForm(
      action: .wallet(.withdrawal(value.part, value.id)), token: token, button: Phrase("Withdraw it", "Retirarlo"),
      look: "btn second", hidden: [("seen", String(value.seen))], fields: [why])
    return """
      <section class="card stack tight" aria-labelledby="withdraw"><h2 id="withdraw">\(title)</h2><p>\(text)</p>\
      \(sent.html(language))</section>

      """
  }

  /// About health nothing is typed.
  private func reasons(_ name: String, _ language: Language) -> HTML {
    Picker(
      name: name, label: Phrase("Why", "Por qué"),
      options: HealthReason.allCases.map { ($0.rawValue, $0.text[language]) }
    ).html(language)
  }

  private func history(_ language: Language) -> HTML {
    let title = Phrase("History", "Historial")[language]
    let heads = [
      Phrase("When", "Cuándo"), Phrase("Who", "Quién"), Phrase("What", "Qué"), Phrase("Why", "Por qué"),
    ].map { $0[language] }
    let rows = value.history.map { entry -> HTML in
      """
      <tr><th scope="row">\(entry.at)</th><td data-is="\(heads[1])">\(entry.who)</td>\
      <td data-is="\(heads[2])"><strong>\(entry.what)</strong> \(entry.says)</td>\
      <td data-is="\(heads[3])">\(entry.why ?? "–")</td></tr>

      """
    }
    return """
      <section class="card"><h2>\(title)</h2><div class="scroll" tabindex="0" \
      role="region" aria-label="\(title)"><table class="folds"><thead><tr>\
      \(heads.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead><tbody>\(rows)</tbody></table></div></section>

      """
  }
}

/// Why something about health is corrected or withdrawn: none of these tells anything of health.
enum HealthReason: String, CaseIterable {
  case mistyped, newer, notMine = "not-mine"

  var text: Phrase {
    switch self {
    case .mistyped: Phrase("It was entered wrongly", "Se escribió mal")
    case .newer: Phrase("There is something newer", "Hay algo más reciente")
    case .notMine: Phrase("It is not about me", "No es sobre mí")
    }
  }
}
