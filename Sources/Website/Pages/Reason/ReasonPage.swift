import HTML
public import Vocabulary

/// The reasons for one answer: which days, which parts of the rule, which facts, which sources, and what would turn it.
public struct ReasonPage: Sendable {
  /// What the page shows.
  public struct Value: Sendable, Hashable {
    public let credential: CredentialPath
    /// The rule: "eligibility".
    public let rule: String
    /// The heading: "Eligible for the CMA (AAMA) exam on Dec 15, 2026?"
    public let question: String
    public let banner: Banner
    /// The days of the strap; nil when there is one span only.
    public let strap: Strap?
    /// The same days as lines of a table, in order.
    public let spans: [Span]
    public let tree: ReasonNode
    /// How many parts are met, in words: "5 of 6 parts are met".
    public let count: String?
    public let conflicts: [Conflict]
    /// The smallest changes that turn the answer, the best first.
    public let flips: [NextStep]
    /// The day asked for, what it is known from, the weakest rule and evidence.
    public let facts: [Fact]
    /// The day asked for.
    public let day: CivilDate

    public init(
      credential: CredentialPath, rule: String, question: String, banner: Banner, strap: Strap?, spans: [Span],
      tree: ReasonNode, count: String? = nil, conflicts: [Conflict] = [], flips: [NextStep] = [], facts: [Fact],
      day: CivilDate
    ) {
      self.credential = credential
      self.rule = rule
      self.question = question
      self.banner = banner
      self.strap = strap
      self.spans = spans
      self.tree = tree
      self.count = count
      self.conflicts = conflicts
      self.flips = flips
      self.facts = facts
      self.day = day
    }
  }

  /// Days with one verdict.
  public struct Span: Sendable, Hashable {
    /// "Jan 1 to Mar 31, 2027", "From Apr 1, 2027".
    public let days: String
    public let verdict: Chip
    /// What it means, in a sentence.
    public let meaning: String

    public init(days: String, verdict: Chip, meaning: String) {
      self.days = days
      self.verdict = verdict
      self.meaning = meaning
    }
  }

  /// Two readings of one rule.
  public struct Conflict: Sendable, Hashable {
    public let title: String
    public let text: String
    public let readings: [Reading]

    public init(title: String, text: String, readings: [Reading]) {
      self.title = title
      self.text = text
      self.readings = readings
    }
  }

  /// One way to read a rule, and what it would mean.
  public struct Reading: Sendable, Hashable {
    public let name: String
    public let sign: Sign
    public let text: String
    public let citation: Citation

    public init(name: String, sign: Sign, text: String, citation: Citation) {
      self.name = name
      self.sign = sign
      self.text = text
      self.citation = citation
    }
  }

  let value: Value
  let language: Language
  /// Where the page is, when the answer is from somebody's own record.
  var own: WalletRoute?

  func page() -> Page {
    let parts = ReasonParts(value: value, language: language, own: own)
    let place = own.map { Route.member(.wallet($0)) } ?? .reason(value.credential, rule: value.rule, on: value.day)
    let back =
      own == nil
      ? crumb(Page.Section.compare.name[language], .compare, language)
      : crumb(StatusPage.title[language], .member(.wallet(.status(WalletDay()))), language)
    return Page(
      title: value.question, address: Address(place, language), section: own == nil ? .compare : nil, isPersonal: true,
      body: """
        \(back)<h1>\(value.question)</h1>
        \(value.banner.html(language))<div class="beside section"><div class="stack loose">
        \(parts.days)\(parts.tree)\(parts.conflicts)</div>
        <aside class="stack stay">\(parts.flips)\(parts.facts)\(parts.paper)</aside></div>

        """)
  }
}
