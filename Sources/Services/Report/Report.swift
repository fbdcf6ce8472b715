public import Rules
public import Vocabulary

/// Answers as data for programs: the JSON of the command line and the pages. Keys are stable.
public struct DeterminationReport: Encodable, Sendable {
  public struct Span: Encodable, Sendable {
    public let from: CivilDate?
    public let through: CivilDate?
    public let verdict: String
    public let grade: String
  }

  public let rule: String
  public let title: String
  public let asOf: CivilDate
  public let on: CivilDate
  public let edition: String
  public let verdict: String
  /// `stated`, `presumed` or `reported`.
  public let grade: String
  public let isGreen: Bool
  public let isRed: Bool
  public let weakestEvidence: String
  public let isProjected: Bool
  public let settledByIssuer: Bool
  public let disputedElsewhere: Bool
  public let from: CivilDate?
  public let through: CivilDate?
  public let days: [Span]
  public let missing: [String]
  public let explanation: ExplanationReport?
  public let flips: FlipReport?
  public let notice: String

  public init(
    _ answer: Determination, edition: String, language: Language, interval: DayInterval? = nil, explain: Bool,
    flips: FlipReport? = nil
  ) {
    let finding = answer.finding
    rule = answer.address
    title = answer.title[language]
    asOf = answer.question.asOf
    on = answer.on
    self.edition = edition
    verdict = finding.verdict.name
    grade = finding.grade.name
    isGreen = finding.isGreen
    isRed = finding.isRed
    weakestEvidence = finding.evidence.name
    isProjected = answer.on > answer.question.asOf
    settledByIssuer = finding.isIssuers
    disputedElsewhere = finding.isDisputedElsewhere
    from = answer.span.first.finite
    through = answer.span.last.finite
    days = answer.timeline.spans(in: interval ?? .always).map {
      Span(
        from: $0.days.first.finite, through: $0.days.last.finite, verdict: $0.value.verdict.name,
        grade: $0.value.grade.name)
    }
    var seen: Set<String> = []
    missing = (answer.explanation?.openGaps ?? []).map(\.path).filter { seen.insert($0).inserted }
    explanation = explain ? answer.explanation.map { ExplanationReport($0, language) } : nil
    self.flips = flips
    notice = VerdictWording.notice[language]
  }
}

/// The evaluation tree as data.
public struct ExplanationReport: Encodable, Sendable {
  public struct Fact: Encodable, Sendable {
    public let record: String
    public let field: String
    public let value: String
    public let evidence: String
  }

  public struct Sum: Encodable, Sendable {
    public let what: String
    public let have: String
    public let needed: String
    public let unit: String
  }

  public struct Source: Encodable, Sendable {
    public let key: String
    public let publisher: String
    public let title: String
    public let place: String?
    public let quote: String?
    public let url: String
    public let age: String
    public let retrieved: CivilDate
    public let row: String?

    init(_ citation: Citation, _ language: Language) {
      key = citation.source.key
      publisher = citation.source.publisher
      title = citation.source.title[language]
      place = citation.place
      quote = citation.quote
      url = citation.source.url
      age = citation.source.age[language]
      retrieved = citation.source.retrieved
      row = citation.row
    }
  }

  public let path: String
  public let name: String?
  public let text: String?
  public let joint: String
  public let verdict: String
  public let grade: String
  public let from: CivilDate?
  public let through: CivilDate?
  public let version: String?
  public let record: String?
  public let conflict: String?
  public let facts: [Fact]
  public let sums: [Sum]
  public let missing: [String]
  public let sources: [Source]
  public let parts: [ExplanationReport]

  init(_ node: Explanation, _ language: Language) {
    path = node.path
    name = node.name
    text = node.text?[language]
    joint = node.joint.rawValue
    verdict = node.finding.verdict.name
    grade = node.finding.grade.name
    from = node.span.first.finite
    through = node.span.last.finite
    if case .version(let dating, _) = node.role {
      version = ExplanationText(language, asOf: CivilDate(days: 0)).version(dating)
    } else {
      version = nil
    }
    if case .record(let id) = node.role { record = id } else { record = nil }
    conflict = node.conflict?.id
    facts = node.facts.map {
      Fact(
        record: $0.record, field: $0.field.path, value: FieldWording.value($0.value, language), evidence: $0.grade.name)
    }
    sums = node.sums.map {
      Sum(what: $0.what, have: "\($0.low)", needed: "\($0.needed)", unit: $0.unit)
    }
    missing = node.gaps.map(\.path)
    sources = node.citations.map { Source($0, language) }
    parts = node.children.map { ExplanationReport($0, language) }
  }
}

extension CivilDate {
  /// nil for the two distant days.
  var finite: CivilDate? { isFinite ? self : nil }
}
