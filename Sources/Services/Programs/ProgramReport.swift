public import Vocabulary

/// Programs of the list as data. Keys are stable.
public struct ProgramReport: Encodable, Sendable {
  public struct Span: Encodable, Sendable {
    public let from: CivilDate?
    public let through: CivilDate?
    /// `recorded`, `presumed`, `notKnown` or `noRecord`.
    public let standing: String
  }

  public struct Stretch: Encodable, Sendable {
    public let begins: CivilDate
    public let isEstimated: Bool
    /// The first and the last day that it may have ended on; nil where no end, or no day of it, is recorded.
    public let endsFrom: CivilDate?
    public let ends: CivilDate?
    public let isEndKnown: Bool
    public let review: CivilDate?
  }

  public struct Action: Encodable, Sendable {
    public let day: CivilDate
    public let kind: String
  }

  public let id: String
  public let school: String
  public let partOf: String?
  public let address: String
  public let city: String?
  public let state: String?
  public let program: String
  public let accreditor: String
  public let by: String
  public let accreditation: [Stretch]
  public let actions: [Action]
  /// For every day: what the list says.
  public let days: [Span]

  public init(_ program: ListedProgram, vintage: CivilDate) {
    id = program.id
    school = program.school
    partOf = program.parent
    address = program.address
    city = program.city
    state = program.state
    self.program = program.program
    accreditor = program.accreditor
    by = program.by
    accreditation = program.accreditation.map { span in
      var ended: DayInterval?
      if case .ended(let days) = span.end { ended = days }
      return Stretch(
        begins: span.begins, isEstimated: span.isEstimated, endsFrom: ended?.first, ends: ended?.last,
        isEndKnown: ended != nil, review: span.review)
    }
    actions = program.actions.map { Action(day: $0.day, kind: $0.kind.rawValue) }
    days = program.timeline(vintage: vintage).spans(in: .always).map {
      Span(
        from: $0.days.first.isFinite ? $0.days.first : nil, through: $0.days.last.isFinite ? $0.days.last : nil,
        standing: "\($0.value)")
    }
  }
}

/// Programs that were found, with where they come from.
public struct ProgramListReport: Encodable, Sendable {
  public let publisher: String
  public let title: String
  /// The last day that the list tells of.
  public let vintage: CivilDate
  public let inList: Int
  public let programs: [ProgramReport]
  public let notice: String

  public init(_ programs: [ListedProgram], _ directory: ProgramDirectory, _ language: Language) {
    publisher = directory.source.publisher
    title = directory.source.title
    vintage = directory.vintage
    inList = directory.programs.count
    self.programs = programs.map { ProgramReport($0, vintage: directory.vintage) }
    notice = ProgramWording(language).notice(directory.source)
  }
}
