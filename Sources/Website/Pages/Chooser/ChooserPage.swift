import HTML
import Vocabulary

/// The credentials side by side, for one person's facts.
public struct ChooserPage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    /// The facts the comparison rests on, in a sentence or two; nil when nothing was told yet.
    public let basis: String?
    /// How the columns are ordered, in a sentence: "In alphabetical order."
    public let order: String
    /// In the order to show.
    public let columns: [Column]
    /// How a yearly cost is counted, and what it leaves out.
    public let footnote: String
    /// What the last change of an answer moved: a credential, before and after.
    public let moved: [Fact]?
    /// Whether people or amounts shown are made up.
    public let isSample: Bool

    public init(
      basis: String?, order: String, columns: [Column], footnote: String, moved: [Fact]? = nil,
      isSample: Bool = false
    ) {
      self.basis = basis
      self.order = order
      self.columns = columns
      self.footnote = footnote
      self.moved = moved
      self.isSample = isSample
    }
  }

  /// One credential.
  public struct Column: Sendable, Hashable {
    public let credential: CredentialPath
    /// Designation and body: "CMA (AAMA)".
    public let name: String
    /// What it is, in a sentence.
    public let about: String
    /// What the verdict answers: "Eligible for the exam today?"
    public let question: String
    /// The verdict, linked to its reason.
    public let verdict: Chip
    /// A short sentence under the verdict: whom to ask, what is missing.
    public let remark: String?
    /// At most six, the same terms in the same order in every column.
    public let rows: [Row]

    public init(
      credential: CredentialPath, name: String, about: String, question: String, verdict: Chip, remark: String?,
      rows: [Row]
    ) {
      self.credential = credential
      self.name = name
      self.about = about
      self.question = question
      self.verdict = verdict
      self.remark = remark
      self.rows = rows
    }
  }

  /// One line of the comparison, for one credential.
  public struct Row: Sendable, Hashable {
    /// "To get it".
    public let term: String
    /// An amount, shown large: "$250".
    public let amount: String?
    public let day: DayText?
    /// The main sentence; may be empty when an amount or a day says it.
    public let text: String
    /// What the number rests on, in the second voice.
    public let fine: String?
    public let grade: Grade?
    /// A question that is still open, or a source.
    public let link: Link?

    public init(
      _ term: String, amount: String? = nil, day: DayText? = nil, text: String = "", fine: String? = nil,
      grade: Grade? = nil, link: Link? = nil
    ) {
      self.term = term
      self.amount = amount
      self.day = day
      self.text = text
      self.fine = fine
      self.grade = grade
      self.link = link
    }
  }

  let value: Value
  let weights: Weights
  let language: Language

  func page() -> Page {
    let names = value.columns.count
    let title = Phrase(
      "\(Self.count(names).en) credentials, for your facts", "\(Self.count(names).es) credenciales, con sus datos")
    let bare = Phrase(
      "\(Self.count(names).en) credentials, side by side", "\(Self.count(names).es) credenciales, lado a lado")
    return Page(
      title: Page.Section.compare.name[language], address: Address(.chooser(weights), language), section: .compare,
      isSample: value.isSample, isPersonal: true,
      body: """
        \(crumb(Phrase("Your answers", "Sus respuestas")[language], .answers, language))\
        <div class="row apart top"><div class="stack tight"><h1>\((value.basis == nil ? bare : title)[language])</h1>
        \(lead)</div>\(paper)</div>
        \(value.moved.map { movedCard($0, language) })\(ChooserWeights(weights: weights, order: value.order, language: language).html)\(columns)\(legend)
        """)
  }

  private var lead: HTML {
    if let basis = value.basis { return "<p class=\"lead\">\(basis)</p>" }
    let text = Phrase(
      "Answer a few questions, and each column speaks about you.",
      "Conteste unas preguntas y cada columna hablará de usted.")
    let ask = Link(Phrase("Begin", "Empezar")[language], .page(.question(nil)))
    return "<p class=\"lead\">\(text[language])</p><p>\(ask.button(language))</p>"
  }

  private var paper: HTML {
    let text = Phrase("Page to print", "Página para imprimir")[language]
    return """
      <p class="row no-print"><a class="btn second small" href="\(url: Address(.worth, language).text)">\
      \(WorthPage.title[language])</a> <a class="btn second small" \
      href="\(url: Address(.print, language).text)">\(Icon.print.html) \(text)</a></p>
      """
  }

  /// The cards, without the form: the page for paper has them too.
  var columns: HTML {
    "<div class=\"compare mt-5\">\(value.columns.map { $0.html(language) })</div>\n"
  }

  var legend: HTML {
    let title = Phrase("How sure is each line?", "¿Cuán segura es cada línea?")[language]
    let (stated, presumed, reported) = (
      Grade.stated.html(language), Grade.presumed.html(language), Grade.reported.html(language)
    )
    let words = [
      Phrase(
        "the body’s own words, for the day asked about.", "palabras del propio organismo, para el día consultado."),
      Phrase("its own words, but of unknown date.", "sus propias palabras, pero sin fecha conocida."),
      Phrase("told by others; ask the body before you pay.", "según terceros; pregunte al organismo antes de pagar."),
    ].map { $0[language] }
    return """
      <div class="note mt-4">\(Icon.source.html)<div><p><strong>\(title)</strong> \(stated) \(words[0]) \
      \(presumed) \(words[1]) \(reported) \(words[2])</p><p class="fine">\(value.footnote)</p></div></div>

      """
  }

  private static func count(_ number: Int) -> Phrase {
    let words = [
      Phrase("No", "Ninguna"), Phrase("One", "Una"), Phrase("Two", "Dos"), Phrase("Three", "Tres"),
      Phrase("Four", "Cuatro"),
      Phrase("Five", "Cinco"), Phrase("Six", "Seis"),
    ]
    return words.indices.contains(number) ? words[number] : Phrase("\(number)", "\(number)")
  }
}
