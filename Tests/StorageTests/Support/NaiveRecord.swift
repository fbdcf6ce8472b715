import Cryptography
import Services
import Vocabulary

@testable import Storage

/// What is known of people, by reading every entry of the log again for every question: slow, and plain.
struct NaiveRecord {
  let events: [(person: [UInt8], event: RecordEvent)]

  /// Opens all entries about records.
  init(_ sealed: SealedDatabase) async throws {
    let count = try await sealed.log.head().size
    let entries = try await sealed.log.entries(0..<count).filter { entry in
      RecordShelf.allCases.contains { entry.kind.hasPrefix($0.prefix) }
    }
    events = try await sealed.engine.read { statements in
      try entries.compactMap { entry in
        guard let bytes = entry.person, let person = PersonID(bytes),
          let shelf = RecordShelf.allCases.first(where: { entry.kind.hasPrefix($0.prefix) }),
          let key = try sealed.writer.personKeys.key(of: person, shelf.purpose, in: statements)
        else { return nil }
        return (bytes, try RecordTable(shelf: shelf, writer: sealed.writer).event(entry, key))
      }
    }
  }

  /// What was known at a time (nil: what stands now), that may hold on a day (nil: any), in the order of the log.
  func known(_ person: PersonID, _ shelf: RecordShelf, at time: Instant?, on day: CivilDate?) -> [RecordEvent] {
    var standing: [RecordID: RecordEvent] = [:]
    for (of, event) in events where of == person.bytes && (time == nil || event.at <= time!) {
      if let content = event.content, !shelf.holds(content.kind) { continue }
      standing[event.record] = event.content == nil ? nil : event
    }
    return standing.values.sorted { $0.sequence < $1.sequence }.filter { event in
      guard let day, let content = event.content else { return true }
      return TrueDays(content).contains(day)
    }
  }
}

extension RecordVersion {
  /// What the entry says, without what follows from later ones.
  var event: RecordEvent {
    RecordEvent(record: record, sequence: sequence, content: content, at: knownFrom, statement: statement)
  }
}

/// Made-up changes of the records of a few people, with clocks that jump.
struct RandomHistory {
  static let people = (1...4).map { PersonID.sample($0) }
  private var dice: SeededGenerator
  private var now = Instant.sample

  init(seed: UInt64) { dice = SeededGenerator(seed: seed) }

  /// Makes so many batches of changes. Returns all times at which something became known.
  mutating func write(_ batches: Int, to sealed: SealedDatabase) async throws -> [Instant] {
    var times: [Instant] = []
    for _ in 0..<batches {
      now = now + .seconds(Int.random(in: 0..<3, using: &dice) == 0 ? Int.random(in: -3..<3, using: &dice) : 1)
      times.append(now)
      let person = Self.people[Int.random(in: 0..<Self.people.count, using: &dice)]
      if dice.chance(30) {
        let changes = try await changes(to: sealed.health, of: person) { .vaccine("influenza", on: $0) }
        try await sealed.health.apply(changes, to: person, by: "test", at: now)
      } else {
        let changes = try await changes(to: sealed.evidence, of: person) {
          .card(issued: $0, expires: $0.adding(days: 9))
        }
        try await sealed.evidence.apply(changes, to: person, by: "test", at: now)
      }
    }
    return times
  }

  private mutating func changes(
    to store: any RecordStore, of person: PersonID, _ make: (CivilDate) -> RecordContent
  ) async throws -> [RecordChange] {
    var standing = try await store.versions(of: person)
    return (0..<Int.random(in: 1...3, using: &dice)).map { _ in
      let content = make(CivilDate(days: 20_000 + Int32.random(in: 0..<30, using: &dice)))
      guard dice.chance(60), !standing.isEmpty else { return .add(content) }
      let old = standing.remove(at: Int.random(in: 0..<standing.count, using: &dice))
      return dice.chance(70)
        ? .correct(old.record, sequence: old.sequence, to: content, why: "a mistake")
        : .withdraw(old.record, sequence: old.sequence, why: "not hers")
    }
  }
}
