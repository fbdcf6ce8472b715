import HTML
import Vocabulary

/// The way to one credential: five steps with days, a drawing of them, what to do next.
public struct RoadmapPage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    public let credential: CredentialPath
    /// Designation and body: "CMA (AAMA)".
    public let name: String
    /// When it could be reached, in a sentence: "With this plan: certified from Jun 14, 2027 (in 6 months)."
    public let summary: String
    /// What to do next; nil when nothing is left to do.
    public let next: NextStep?
    public let steps: [Step]
    /// Nil when no day of the plan is known.
    public let drawing: RoadmapDrawing?
    /// What happens if: a failed attempt, a delay.
    public let whatIfs: [WhatIf]
    /// Other credentials, and until when each stays open.
    public let otherDoors: [Fact]
    /// The sum: "$4,025", and what it holds.
    public let total: Total?
    /// What the last change of an answer moved; nil when the last answer was new.
    public let moved: [Fact]?
    /// What other guides miss about this credential.
    public let missed: [Fact]
    /// Whether there are days for a calendar file.
    public let hasCalendar: Bool
    /// Whether people or amounts shown are made up.
    public let isSample: Bool

    public init(
      credential: CredentialPath, name: String, summary: String, next: NextStep?, steps: [Step],
      drawing: RoadmapDrawing?, whatIfs: [WhatIf] = [], otherDoors: [Fact] = [], total: Total? = nil,
      missed: [Fact] = [], moved: [Fact]? = nil,
      hasCalendar: Bool = false, isSample: Bool = false
    ) {
      self.credential = credential
      self.name = name
      self.summary = summary
      self.next = next
      self.steps = steps
      self.drawing = drawing
      self.whatIfs = whatIfs
      self.otherDoors = otherDoors
      self.total = total
      self.missed = missed
      self.moved = moved
      self.hasCalendar = hasCalendar
      self.isSample = isSample
    }
  }

  /// One of the five steps.
  public struct Step: Sendable, Hashable {
    /// For the line of steps: "Program".
    public let short: String
    /// For its card: "Accredited program".
    public let title: String
    public let isDone: Bool
    /// `met` only for what is done; a plan is `going`, a deadline is `due`.
    public let chip: Chip
    /// When, cost, why.
    public let facts: [Fact]
    public let notes: [Note]

    public init(short: String, title: String, isDone: Bool, chip: Chip, facts: [Fact], notes: [Note] = []) {
      self.short = short
      self.title = title
      self.isDone = isDone
      self.chip = chip
      self.facts = facts
      self.notes = notes
    }
  }

  /// A turn the plan could take.
  public struct WhatIf: Sendable, Hashable {
    public let title: String
    public let text: String
    public let target: Target?

    public init(title: String, text: String, target: Target? = nil) {
      self.title = title
      self.text = text
      self.target = target
    }
  }

  /// A sum of money and what it holds.
  public struct Total: Sendable, Hashable {
    public let amount: String
    public let text: String

    public init(amount: String, text: String) {
      self.amount = amount
      self.text = text
    }
  }

  /// That the roadmap can be kept.
  struct Keeping {
    /// The token of the session's forms; nil: nobody is signed in.
    let token: String?
  }

  let value: Value
  var keeping: Keeping?
  let language: Language

  func page() -> Page {
    let title = Phrase("Your way to \(value.name)", "Su camino a \(value.name)")[language]
    let done = value.steps.prefix { $0.isDone }.count
    let label = Phrase("Do this next", "Lo siguiente")[language]
    let next: HTML = value.next.map { $0.wide("\(label)", id: "next", language) } ?? ""
    return Page(
      title: title, address: Address(.roadmap(value.credential), language), section: .become,
      isSample: value.isSample, isPersonal: true,
      body: """
        \(crumb(Page.Section.compare.name[language], .compare, language))\
        <div class="row apart top"><div class="stack tight"><h1>\(title)</h1><p class="lead">\(value.summary)</p></div>
        \(buttons)</div>
        \(Steps(names: value.steps.map(\.short), done: done).html(language))\(value.moved.map { movedCard($0, language) })\(next)\(drawing)\
        <div class="beside section">\(steps)\(RoadmapAside(value: value, language: language).html)</div>

        """)
  }

  private var buttons: HTML {
    guard let keeping else { return calendar }
    let text = Phrase("Keep this roadmap", "Guardar este plan")[language]
    let fine =
      keeping.token == nil
      ? Phrase("With an account: it is there on every device.", "Con una cuenta: está en todos sus dispositivos.")
      : Phrase("In your account.", "En su cuenta.")
    let proof: HTML = keeping.token.map { "<input type=\"hidden\" name=\"form\" value=\"\($0)\">" } ?? ""
    return """
      <div class="stack tight no-print"><form action="\(url: Address(.roadmap(value.credential), language).text)" method="post">\(proof)\
      <button class="btn small" type="submit">\(text)</button></form><p class="fine">\(fine[language])</p>\(calendar)</div>
      """
  }

  private var calendar: HTML {
    guard value.hasCalendar else { return "" }
    let text = Phrase("Add to my calendar", "Añadir a mi calendario")[language]
    let address = Address(.calendar(value.credential), language).text
    return "<a class=\"btn second small no-print\" href=\"\(url: address)\">\(Icon.calendar.html) \(text)</a>"
  }

  private var drawing: HTML {
    value.drawing?.card(title: value.name, language) ?? ""
  }

  private var steps: HTML {
    let title = Phrase("The five steps", "Los cinco pasos")[language]
    let cards = value.steps.enumerated().map { index, step -> HTML in
      let notes = step.notes.map { $0.html(language) }
      return """
        <li class="card stack tight" id="step\(index + 1)"><div class="row apart top"><h3>\(index + 1). \(step.title)</h3>\
        \(step.chip.html(language))</div>
        \(factList(step.facts, language))\(notes)</li>

        """
    }
    return """
      <section class="stack" aria-labelledby="steps"><h2 id="steps">\(title)</h2>
      <ol role="list" class="stack">\(cards)</ol></section>

      """
  }
}
