public import Knowledge
public import Rules
public import Vocabulary

/// Where somebody stands with everything that they hold: which certification runs until when, and what ends next.
///
/// Every verdict is one of the evaluator; days of cards and licenses are those that are written on them.
public struct CareerStatus: Sendable {
  /// A credential that was given, tried for or applied for.
  public struct Standing: Sendable {
    public let life: CredentialLife
    /// The rule on being certified on each day; nil: the packs have none.
    public let current: Timeline<Finding>?
    /// The finding on the day asked.
    public let finding: Finding?
    /// Whether it was given by that day.
    public let isHeld: Bool
    /// Certified at least through this day, when certified on the day asked; nil: no end is known.
    public var through: CivilDate? { life.through }
    public var credential: Credential { life.credential }
    public let phase: CredentialLife.Phase
  }

  /// A day by which something ends.
  public struct Deadline: Sendable, Hashable {
    public enum Subject: Sendable, Hashable {
      /// A certification, by the id of its credential; and whether its renewal is complete on the day asked.
      case certification(String, isReady: Bool)
      /// A card or a state credential, by the id of its record.
      case record(String, EvidenceKind)
      /// Something that was planned, by the id of its record and its field.
      case plan(String, Field)
    }

    /// The last day.
    public let day: CivilDate
    public let subject: Subject
  }

  /// Held first, then those that were tried for; each in the order of the packs.
  public let standings: [Standing]
  /// The next first.
  public let deadlines: [Deadline]
  /// A certification whose last day is over: the window of its late renewal while that is open, or what has ended; nil: none.
  /// Read as if the record was whole, as reminders read it.
  public let ended: DueItem?
  /// The states that the record names.
  public let places: [WorkPlace]
  public let day: CivilDate

  /// Those given by the day asked.
  public var held: [Standing] { standings.filter(\.isHeld) }

  /// - Parameter inquiry: `asOf` is the day of knowing, `on` the day that is asked about.
  /// - Throws: `DeterminationError`.
  public init(_ base: KnowledgeBase, _ evidence: Evidence, _ inquiry: Inquiry) throws {
    day = inquiry.day
    let assessor = Assessor(base)
    let named = Set(
      evidence.records.compactMap { record -> String? in
        guard [.certification, .attempt, .application].contains(record.kind), case .word(let of) = record["of"] else {
          return nil
        }
        return of
      })
    var standings: [Standing] = []
    for credential in base.credentials where named.contains(credential.id) {
      guard let life = try assessor.life(credential, evidence, inquiry) else { continue }
      let rule = credential.id + "/current"
      let current =
        base.book.rule(rule) == nil
        ? nil : try assessor.determine(rule, evidence, inquiry, credential: credential.id).timeline
      let isHeld = evidence.records(of: .certification).contains {
        guard $0["of"] == .word(credential.id), case .day(let days, _) = $0["date"] else { return false }
        return days.last <= inquiry.day
      }
      standings.append(
        Standing(
          life: life, current: current, finding: current?.value(on: inquiry.day), isHeld: isHeld,
          phase: life.phases.value(on: inquiry.day)))
    }
    self.standings = standings.filter(\.isHeld) + standings.filter { !$0.isHeld }
    deadlines = Self.deadlines(standings, evidence, inquiry.day)
    places = try WorkPlace.all(base, evidence, inquiry)
    let items = try DueList(base).items(evidence, asOf: inquiry.day)
    ended =
      items.first { $0.kind == .lateWindow && !$0.hasFailed(on: inquiry.day) }
      ?? items.last { $0.kind == .certification && $0.hasFailed(on: inquiry.day) }
  }

  private static func deadlines(_ standings: [Standing], _ evidence: Evidence, _ day: CivilDate) -> [Deadline] {
    var found: [Deadline] = standings.compactMap { standing in
      standing.through.map {
        Deadline(
          day: $0, subject: .certification(standing.credential.id, isReady: standing.phase == .certified))
      }
    }
    for record in evidence.records {
      for field in record.kind.fields {
        guard case .day(let days, let isExpected) = record.values[field.slot], days.last.isFinite, days.last >= day
        else { continue }
        if isExpected {
          found.append(Deadline(day: days.last, subject: .plan(record.id, field)))
        } else if field.name == "expires", [.card, .license].contains(record.kind) {
          // Of a date known in part the first day counts: it may end then.
          found.append(Deadline(day: max(days.first, day), subject: .record(record.id, record.kind)))
        }
      }
    }
    return found.sorted { ($0.day, $0.subject.order) < ($1.day, $1.subject.order) }
  }
}

extension CareerStatus.Deadline.Subject {
  fileprivate var order: String {
    switch self {
    case .certification(let id, _): "1\(id)"
    case .record(let id, _): "2\(id)"
    case .plan(let id, let field): "3\(id)\(field.name)"
    }
  }
}
