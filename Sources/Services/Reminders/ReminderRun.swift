import Cryptography
import Knowledge
public import Vocabulary

/// A mail of a day, ready to be handed over.
public struct DigestMail: Sendable {
  public let to: EmailAddress
  public let language: Language
  public let text: MailText
  /// The same at each try.
  public let id: String
}

/// Hands mails of days over. What it throws says whether the mail can have arrived.
public protocol DigestCarrier: Sendable {
  /// - Throws: `DigestCarrierError`; `CancellationError` when the task was cancelled.
  func carry(_ mail: DigestMail, at now: Instant) async throws
}

/// Why a mail was not handed over, without anything personal.
public enum DigestCarrierError: Error, Hashable {
  /// It did not arrive. Another try can do better.
  case notTaken(String)
  /// It was handed over, and the answer did not come.
  case unknown(String)
  /// It did not arrive, and never will.
  case refused(String)
}

/// Looks through everybody who is reminded, and sends each the mail of their day. Any number of processes can do it at once,
/// and nobody gets a mail twice: each is taken on by one of them, in the database.
public struct ReminderRun: Sendable {
  /// How many mails are on their way at once.
  private static let width = 4
  /// How many people are read at once.
  private static let page = 200

  let reminders: Reminders
  let carrier: any DigestCarrier
  let wording: DigestWording
  /// For how long a mail is one process's.
  let lease: Duration
  let clock: @Sendable () -> Instant

  /// - Parameters:
  ///   - lease: longer than handing over one mail takes.
  ///   - clock: gives the present time.
  public init(
    _ reminders: Reminders, carrier: any DigestCarrier, wording: DigestWording, lease: Duration = .seconds(300),
    clock: @escaping @Sendable () -> Instant
  ) {
    (self.reminders, self.carrier, self.wording) = (reminders, carrier, wording)
    (self.lease, self.clock) = (lease, clock)
  }

  /// What is to be told to somebody on a day.
  struct Due: Sendable {
    let person: ReminderPerson
    let day: CivilDate
    let knownAt: Instant
    let items: [DueItem]
  }

  /// What came of one person.
  enum Ending: Sendable {
    case quiet, nothing, done, sent, unknown, waiting, failed
    /// Looked, and there is nothing to tell.
    case looked
  }

  /// Does it once.
  ///
  /// - Returns: what was done.
  /// - Throws: `ReminderError.noTimes`; what the stores throw when they cannot be asked; `CancellationError`.
  @discardableResult
  public func run() async throws -> ReminderCounts {
    guard !reminders.base.leadTimes.isEmpty else { throw ReminderError.noTimes }
    let id = ReminderRunID.fresh(from: reminders.random)
    try await reminders.store.begin(id, at: clock())
    var counts = ReminderCounts()
    var after: PersonID?
    while true {
      try Task.checkCancellation()
      let people = try await reminders.store.people(after: after, limit: Self.page, at: clock())
      guard let last = people.last else { break }
      after = last.person
      try await look(at: people, &counts)
      if people.count < Self.page { break }
    }
    try await reminders.store.end(id, counts, at: clock())
    return counts
  }

  /// Looks at some people: their records one after the other, their mails several at once.
  private func look(at people: [ReminderPerson], _ counts: inout ReminderCounts) async throws {
    let list = DueList(reminders.base)
    var quietPeople: [PersonID] = []
    let lookedAt = clock()
    var ready: [Due] = []
    for person in people {
      counts.people += 1
      switch await next(person, list) {
      case .due(let due): ready.append(due)
      case .ending(.looked): quietPeople.append(person.person)
      case .ending(let ending): counts.add(ending)
      }
      try Task.checkCancellation()
    }
    try await withThrowingTaskGroup(of: Ending.self) { group in
      var waiting = ready[...]
      func start() {
        if let due = waiting.popFirst() { group.addTask { try await self.send(due) } }
      }
      for _ in 0..<Self.width { start() }
      while let ending = try await group.next() {
        counts.add(ending)
        start()
      }
    }
    try await reminders.store.looked(quietPeople, at: lookedAt)
  }

  enum Next { case due(Due), ending(Ending) }

  /// What is to be done about somebody now.
  func next(_ person: ReminderPerson, _ list: DueList) async -> Next {
    let now = clock()
    let here = reminders.local(now, person.settings.zone)
    if person.settings.quiet.contains(here.hour) { return .ending(.quiet) }
    if let last = person.lastDay, last >= here.day {
      guard person.isOpen, last == here.day else { return .ending(.done) }
      // What it says is put together again when it is taken on.
      return .due(Due(person: person, day: last, knownAt: now, items: []))
    }
    if let looked = person.lookedAt, reminders.local(looked, person.settings.zone).day >= here.day {
      return .ending(.done)
    }
    do {
      let items = try await reminders.told(person, on: here.day, known: nil, list)
      try await reminders.escalate(person, on: here.day, at: now, list)
      return items.isEmpty
        ? .ending(.looked) : .due(Due(person: person, day: here.day, knownAt: now, items: items))
    } catch {
      return .ending(.failed)
    }
  }
}

extension Reminders {
  /// What is to be told to somebody on a day, by what is known now or was known at a time.
  func told(
    _ person: ReminderPerson, on day: CivilDate, known: Instant?, _ list: DueList
  ) async throws -> [DueItem] {
    let items = try await items(of: person.person, known: known, on: day, with: list)
    var earlier: NoticeChoice.Earlier?
    if let told = person.told, told.day < day {
      let then = try await self.items(of: person.person, known: told.knownAt, on: told.day, with: list)
      earlier = NoticeChoice.Earlier(day: told.day, items: then)
    }
    return NoticeChoice(base.leadTimes).told(items, on: day, since: earlier)
  }
}

extension ReminderCounts {
  fileprivate mutating func add(_ ending: ReminderRun.Ending) {
    switch ending {
    case .quiet: quiet += 1
    case .nothing, .done, .looked: break
    case .sent: sent += 1
    case .unknown: unknown += 1
    case .waiting: waiting += 1
    case .failed: failed += 1
    }
  }
}
