public import Vocabulary

/// Proves that nobody was left out: asks for each person anew what the last complete run had to tell.
public struct ReminderAudit: Sendable {
  private let reminders: Reminders

  public init(_ reminders: Reminders) { self.reminders = reminders }

  /// A mail that should have gone out, and of which there is no row.
  public struct Lost: Hashable, Sendable {
    public let person: PersonID
    public let day: CivilDate
  }

  /// What came out of it.
  public struct Report: Sendable {
    public let watch: ReminderWatch
    public let isLate: Bool
    public let standing: ReminderStanding
    public let people: Int
    public let lost: [Lost]
    /// Records that cannot be read.
    public let unreadable: Int

    /// Whether all is well.
    public var isSound: Bool { !isLate && lost.isEmpty && unreadable == 0 && standing.left == 0 }
  }

  /// Looks through everybody.
  ///
  /// - Throws: what the stores throw when they cannot be asked.
  public func report(at now: Instant) async throws -> Report {
    let store = reminders.store
    let watch = try await store.watch()
    var (people, unreadable) = (0, 0)
    var lost: [Lost] = []
    if let began = watch.lastBegan {
      let list = DueList(reminders.base)
      var after: PersonID?
      while true {
        let found = try await store.people(after: after, limit: 200, at: now)
        guard let last = found.last else { break }
        after = last.person
        people += found.count
        for person in found {
          do {
            if let day = try await missing(person, began, list) { lost.append(Lost(person: person.person, day: day)) }
          } catch is LogError {
            unreadable += 1
          }
        }
      }
    }
    return Report(
      watch: watch, isLate: watch.isLate(at: now), standing: try await store.standing(at: now), people: people,
      lost: lost, unreadable: unreadable)
  }

  /// The day whose mail a run that began then should have sent, and of which there is nothing.
  private func missing(_ person: ReminderPerson, _ began: Instant, _ list: DueList) async throws -> CivilDate? {
    let zone = person.settings.zone
    let here = reminders.local(began, zone)
    guard person.setAt <= began, !person.settings.quiet.contains(here.hour) else { return nil }
    if let last = person.lastDay, last >= here.day { return nil }
    var known = began
    if let looked = person.lookedAt {
      let day = reminders.local(looked, zone).day
      // Something later was looked at since.
      guard day <= here.day else { return nil }
      if day == here.day { known = looked }
    }
    return try await reminders.told(person, on: here.day, known: known, list).isEmpty ? nil : here.day
  }
}
