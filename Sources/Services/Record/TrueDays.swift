import Rules
public import Vocabulary

/// The days on which a record may hold, as far as its own dates tell.
///
/// What happened once, an examination say, holds from its day on: it stays so. What lasts, work or a card, holds through its
/// last day. A date known in part counts with all days it may be. That a certification ended because a rule says so is not
/// here: rules are asked for that.
public struct TrueDays: Hashable, Sendable {
  /// The first such day; nil when no beginning is known.
  public let from: CivilDate?
  /// The last such day; nil while it has no end.
  public let through: CivilDate?

  /// Days from one through another, either of them open.
  public init(from: CivilDate?, through: CivilDate?) { (self.from, self.through) = (from, through) }

  /// Those of a record.
  public init(_ content: RecordContent) {
    switch content {
    case .complete(_, let through): self.init(from: nil, through: through)
    case .evidence(let record):
      let fields = Self.fields(record.kind)
      self.init(
        from: fields.begins.flatMap { Self.first(record[$0]) },
        through: fields.ends.compactMap { Self.last(record[$0]) }.min())
    }
  }

  /// Whether the record may hold on a day.
  public func contains(_ day: CivilDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (through.map { day <= $0 } ?? true)
  }

  /// The fields that say when a record of a kind begins to hold, and when it ends.
  private static func fields(_ kind: EvidenceKind) -> (begins: String?, ends: [String]) {
    switch kind {
    case .person: (nil, [])
    case .diploma: ("earned", [])
    case .program: ("enrolled", [])
    case .work, .personName: ("from", ["until"])
    case .application, .attempt, .activity, .fee, .document, .decision, .screening: ("date", [])
    case .certification: ("date", ["expires", "revoked"])
    case .card, .license: ("issued", ["expires"])
    case .training: ("completed", [])
    case .health: ("date", ["expires"])
    }
  }

  private static func first(_ value: FactValue) -> CivilDate? {
    switch value {
    case .never: .distantFuture
    case .day(let days, _): days.first == .distantPast ? nil : days.first
    case .unknown, .amount, .flag, .word, .words, .spans: nil
    }
  }

  private static func last(_ value: FactValue) -> CivilDate? {
    switch value {
    case .day(let days, _): days.last == .distantFuture ? nil : days.last
    case .never, .unknown, .amount, .flag, .word, .words, .spans: nil
    }
  }
}
