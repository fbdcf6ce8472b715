import HTML
import Rules
import Services
import Vocabulary

/// The form about one thing of a record: a new one, or one that is corrected.
struct RecordFormPage {
  /// What the form is filled with.
  struct Value {
    let kind: EvidenceKind
    let choices: RecordChoices
    var entered = EnteredRecord()
    /// See `RecordFields.kept`.
    var kept: [String: String] = [:]
    /// Whether a text looks as if it were about a patient, and can be kept all the same.
    var asksToKeep = false
  }

  let value: Value
  let token: String?
  var errors: [FormError] = []

  /// The tick with which a text is kept that looks as if it were about a patient.
  static let keepText = "keep-text"

  func page(_ language: Language) -> Page {
    let part = RecordPart(value.kind)
    let title = RecordWording.heading(value.kind)[language]
    let form = MemberForm(
      action: .wallet(.add(value.kind)), token: token, button: Phrase("Save", "Guardar"), look: "btn big fill",
      fields: fields(language))
    return Page(
      title: title, address: Address(.member(.wallet(.add(value.kind))), language), isCompact: true, isPersonal: true,
      body: """
        \(crumb(RecordPage.title(part)[language], .member(.wallet(.record(part))), language))\
        <div class="stack measure">\(errorSummary(errors, language))<h1>\(title)</h1>\
        <p class="hint">\(Self.lead[language])</p>\(form.html(language))</div>

        """)
  }

  static let lead = Phrase("Leave empty what you do not know.", "Deje vacío lo que no sepa.")

  func fields(_ language: Language) -> [HTML] {
    let fields = RecordFields(
      kind: value.kind, choices: value.choices, entered: value.entered, kept: value.kept, errors: errors,
      language: language)
    guard value.asksToKeep else { return [fields.html] }
    let keep = choiceLine(
      Choice("1", PatientTextWording.keep[language]), name: Self.keepText, id: Self.keepText, picking: .several,
      checked: value.entered.isTicked(Self.keepText), soft: true)
    return [fields.html, keep]
  }
}
