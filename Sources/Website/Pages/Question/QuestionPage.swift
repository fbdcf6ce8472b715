import HTML
import Vocabulary

/// One question: one fact, why it is asked, and what was told so far.
public struct QuestionPage: Sendable {
  /// What is asked for, and so what an answer looks like.
  public enum Kind: Sendable, Hashable {
    /// Kept as `yes` or `no`.
    case yesNo
    /// Kept as the id of the choice.
    case choice([Choice])
    /// Kept as the ids, in the order of the list, with commas between; `none` when nothing is picked.
    case several([Choice])
    /// Kept as `2026-06-12`, or as `2026-06` when only the month is known.
    case day
    /// A whole number, kept as it is. The unit is a word for after the field: "hours".
    case number(unit: String, atMost: Int)
  }

  /// What is kept for "I do not know", for every kind.
  public static let unknown = "unknown"

  /// Why a question is asked.
  public struct Why: Sendable, Hashable {
    /// One or two sentences.
    public let text: String
    /// What hangs on it, credential by credential, with the grade of each rule.
    public let rules: [Fact]
    /// Where the sources are.
    public let sources: Link?

    public init(text: String, rules: [Fact] = [], sources: Link? = nil) {
      self.text = text
      self.rules = rules
      self.sources = sources
    }
  }

  /// What the page shows.
  public struct Value: Sendable, Hashable {
    /// The id of the fact: small letters, digits, hyphens, underscores.
    public let fact: String
    /// The question itself.
    public let ask: String
    public let hint: String?
    public let kind: Kind
    /// From 1 on.
    public let number: Int
    public let atMost: Int
    public let why: Why?
    /// What was told so far, in order.
    public let told: [Told]
    /// The fact asked before, to go back to.
    public let previous: String?
    /// The answer given before, as it is kept; nil when there is none.
    public let answer: String?
    /// How that answer is read: "Jun 12, 2026 (5 months ago)".
    public let readAs: String?
    /// Where the answer can be looked up; nil where nowhere.
    public let look: Link?

    public init(
      fact: String, ask: String, hint: String? = nil, kind: Kind, number: Int, atMost: Int, why: Why? = nil,
      told: [Told] = [], previous: String? = nil, answer: String? = nil, readAs: String? = nil,
      look: Link? = nil
    ) {
      self.fact = fact
      self.ask = ask
      self.hint = hint
      self.kind = kind
      self.number = number
      self.atMost = atMost
      self.why = why
      self.told = told
      self.previous = previous
      self.answer = answer
      self.readAs = readAs
      self.look = look
    }
  }

  let value: Value
  /// What was typed, when the form comes back with errors.
  var entered: Entered
  var errors: [FormError] = []
  let language: Language

  init(value: Value, entered: Entered? = nil, errors: [FormError] = [], language: Language) {
    self.value = value
    self.entered = entered ?? Entered(answer: value.answer, kind: value.kind)
    self.errors = errors
    self.language = language
  }

  func page() -> Page {
    let mark = Phrase("Question \(value.number)", "Pregunta \(value.number)")[language]
    return Page(
      title: "\(mark): \(value.ask)", address: Address(.question(value.fact), language), section: .become,
      isCompact: true, isPersonal: true,
      body: "\(back)<div class=\"beside near\">\n\(form)\(told)</div>\n")
  }

  private var back: HTML {
    guard let previous = value.previous else { return crumb(Phrase("Start", "Inicio")[language], .start, language) }
    let text = Phrase("Back to the question before", "Volver a la pregunta anterior")[language]
    return crumb(text, .question(previous), language)
  }

  private var form: HTML {
    let action = Address(.question(value.fact), language).text
    let save = Phrase("Save and go on", "Guardar y seguir")[language]
    let stop = Phrase("Stop here, see my answers", "Parar aquí y ver mis respuestas")[language]
    let hint: HTML = value.hint.map { "<p class=\"hint\" id=\"hint\">\($0)</p>" } ?? ""
    let look: HTML = value.look.map { "<p>\($0.html(language))</p>" } ?? ""
    let fields = QuestionFields(value: value, entered: entered, errors: errors, language: language).html
    return """
      <form class="question stack measure" action="\(url: action)" method="post" novalidate>
        \(errorSummary(errors, language))\(QuestionCounter(number: value.number, atMost: value.atMost).html(language))
        <fieldset class="stack"><legend><h1>\(value.ask)</h1></legend>\(hint)\(look)\(fields)</fieldset>
        \(why)
        <div class="row mt-5"><button class="btn big fill" type="submit">\(save) \(Icon.go.html)</button>\
      <a class="btn plain" href="\(url: Address(.answers, language).text)">\(stop)</a></div>
      </form>

      """
  }

  private var why: HTML {
    guard let why = value.why else { return "" }
    let title = Phrase("Why we ask", "Por qué preguntamos")[language]
    let bars = Phrase(
      "The bars say how sure the rule is: three bars, the body’s own words; one bar, told by others.",
      "Las barras dicen cuán segura es la regla: tres, palabras del propio organismo; una, según terceros.")[language]
    let rules: HTML =
      why.rules.isEmpty
      ? "" : "\(factList(why.rules, language))<p class=\"cite\">\(bars) \(why.sources?.html(language))</p>"
    return """
      <details class="why" open><summary>\(Icon.why.html) \(title)</summary>
      <div class="stack"><p>\(why.text)</p>\(rules)</div></details>
      """
  }

  private var told: HTML {
    guard !value.told.isEmpty else { return "" }
    let title = Phrase("What you told us", "Lo que nos dijo")[language]
    let note = Phrase(
      "Change one answer, and only what hangs on it changes.",
      "Si cambia una respuesta, solo cambia lo que depende de ella.")[language]
    return """
      <aside class="stay card" aria-labelledby="told"><h2 id="told">\(title)</h2>
      <dl class="facts tight">\(value.told.map { $0.html(language) })</dl><p class="fine mt-4">\(note)</p></aside>

      """
  }
}
