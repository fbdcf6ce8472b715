public import Knowledge
public import Rules
public import Vocabulary

/// Two records of one person side by side, day by day: where they stand with each credential, and what runs out. Nothing here
/// is a rule: both are read by the one evaluator.
public struct WhatIfComparison: Sendable {
  /// How something stands in a span of days.
  public enum State: Sendable, Hashable {
    case phase(CredentialLife.Phase)
    /// Beside being certified, some bodies know being active: a clock of its own.
    case active(Verdict)
  }

  /// Days on which a credential stands otherwise.
  public struct Change: Sendable, Hashable {
    public let credential: Credential
    public let days: DayInterval
    public let before: State
    public let after: State
  }

  /// Something that runs out, on another day than before.
  public struct Due: Sendable, Hashable {
    public let item: DueItem
    /// Nil: it was not there.
    public let before: CivilDate?
    /// Nil: it is there no more.
    public let after: CivilDate?
  }

  /// From the day asked on; each credential's in order.
  public let changes: [Change]
  /// By day.
  public let due: [Due]
  let before: [String: CredentialLife]
  let after: [String: CredentialLife]

  public var isEmpty: Bool { changes.isEmpty && due.isEmpty }

  /// - Parameters:
  ///   - also: a credential that is looked at even where no record names it.
  ///   - asOf: the day on which it is asked.
  ///   - day: the day as of which what runs out is listed; not before `asOf`.
  /// - Throws: `DeterminationError`.
  public init(
    _ base: KnowledgeBase, from old: Evidence, to new: Evidence, also: String? = nil, asOf: CivilDate, on day: CivilDate
  ) throws {
    let named = old.namedCredentials.union(new.namedCredentials).union(also.map { [$0] } ?? [])
    let credentials = base.credentials.filter { named.contains($0.id) }
    let (first, second) = (
      try WhatIfCourse(base, old, credentials, asOf: asOf), try WhatIfCourse(base, new, credentials, asOf: asOf)
    )
    (before, after) = (first.lives, second.lives)
    var changes: [Change] = []
    let ahead = DayInterval(asOf, .distantFuture)
    for credential in credentials {
      func compare(_ a: Timeline<State>, _ b: Timeline<State>) {
        let pairs = a.combined(with: b) { [$0, $1] }
        for span in pairs.spans(in: ahead) where span.value[0] != span.value[1] {
          changes.append(
            Change(credential: credential, days: span.days, before: span.value[0], after: span.value[1]))
        }
      }
      if let a = first.lives[credential.id], let b = second.lives[credential.id] {
        compare(a.phases.map { State.phase($0) }, b.phases.map { State.phase($0) })
      }
      if let a = first.active[credential.id], let b = second.active[credential.id] {
        compare(a.map { State.active($0) }, b.map { State.active($0) })
      }
    }
    self.changes = changes
    due = old == new ? [] : try WhatIfComparison.due(base, old, new, on: day)
  }

  private static func due(
    _ base: KnowledgeBase, _ old: Evidence, _ new: Evidence, on day: CivilDate
  ) throws -> [Due] {
    let list = DueList(base)
    let before = try list.items(old, asOf: day)
    let after = try list.items(new, asOf: day)
    let moved = after.compactMap { item -> Due? in
      let same = before.first { $0.id == item.id }
      return same?.day == item.day ? nil : Due(item: item, before: same?.day, after: item.day)
    }
    let gone = before.filter { item in !after.contains { $0.id == item.id } }
      .map { Due(item: $0, before: $0.day, after: nil) }
    return (moved + gone).sorted {
      ($0.after ?? .distantFuture, $0.item.day, $0.item.id) < ($1.after ?? .distantFuture, $1.item.day, $1.item.id)
    }
  }
}

/// The days of one record.
private struct WhatIfCourse {
  var lives: [String: CredentialLife] = [:]
  /// Where the packs know being active beside being certified, and it is held.
  var active: [String: Timeline<Verdict>] = [:]

  init(_ base: KnowledgeBase, _ evidence: Evidence, _ credentials: [Credential], asOf: CivilDate) throws {
    let assessor = Assessor(base)
    let inquiry = Inquiry(asOf: asOf)
    for credential in credentials {
      lives[credential.id] = try assessor.life(credential, evidence, inquiry)
      let rule = credential.id + "/active"
      if base.book.rule(rule) != nil {
        active[credential.id] = try assessor.determine(rule, evidence, inquiry, credential: credential.id).timeline
          .map(\.verdict)
      }
    }
  }
}

extension Evidence {
  /// The credentials that were given, tried for or applied for.
  var namedCredentials: Set<String> {
    Set(records.filter { [.certification, .attempt, .application].contains($0.kind) }.compactMap(\.namedCredential))
  }
}
