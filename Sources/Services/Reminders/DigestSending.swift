import Cryptography
import Vocabulary

extension ReminderRun {
  /// The pause before another try, twice as long each time: 5, 10, 20 minutes.
  private static func pause(after tries: Int) -> Duration { .seconds(300 << min(max(tries - 1, 0), 4)) }

  /// Takes the mail of a day on and hands it over. Before that it is noted that it is handed over, and after it what came of
  /// that: whatever ends the process in between, the row says what is known.
  func send(_ due: Due) async throws -> Ending {
    let store = reminders.store
    let draft = DigestDraft(
      person: due.person.person, day: due.day, items: due.items.count, knownAt: due.knownAt,
      messageID: "reminders-\(due.day)-\(Base64.url.text(reminders.random(16)))", lease: reminders.random(16))
    guard let claim = try await store.claim(draft, lease: lease, at: clock()) else { return .done }
    do {
      guard let (mail, items) = try await self.mail(claim, due) else {
        try await store.settle(claim, .refused(reason: "there is nothing to tell any more"), at: clock())
        return .nothing
      }
      try await ReminderHooks(reminders.accounts).tell(
        items, of: due.person, on: claim.day, id: claim.messageID, at: clock())
      try await store.handing(claim, lease: lease, at: clock())
      return try await hand(mail, claim)
    } catch ReminderError.leaseLost {
      return .waiting
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      // Its lease ends, and another run takes it again.
      return .waiting
    }
  }

  private func hand(_ mail: DigestMail, _ claim: DigestClaim) async throws -> Ending {
    let outcome: DigestOutcome
    let ending: Ending
    do {
      try await carrier.carry(mail, at: clock())
      (outcome, ending) = (.taken, .sent)
    } catch let error as DigestCarrierError {
      let again = clock() + Self.pause(after: claim.tries)
      switch error {
      case .notTaken(let reason): (outcome, ending) = (.notTaken(reason: reason, again: again), .waiting)
      case .unknown(let reason): (outcome, ending) = (.unknown(reason: reason, again: again), .unknown)
      case .refused(let reason): (outcome, ending) = (.refused(reason: reason), .failed)
      }
    }
    // What was taken was taken, also when the program is asked to end meanwhile.
    try await Task { [store = reminders.store, clock] in try await store.settle(claim, outcome, at: clock()) }.value
    return ending
  }

  /// The mail of a day, from what was known when it was first taken on; nil when its account is gone, or nothing is told.
  private func mail(_ claim: DigestClaim, _ due: Due) async throws -> (DigestMail, [DueItem])? {
    let items: [DueItem]
    if claim.tries == 1, !due.items.isEmpty {
      items = due.items
    } else {
      items = try await reminders.told(
        due.person, on: claim.day, known: claim.knownAt, DueList(reminders.base))
    }
    let accounts = reminders.accounts
    let to = try await accounts.store.read { tables -> EmailAddress? in
      guard let account = try tables.account(of: claim.person), account.disabledAt == nil else { return nil }
      return try accounts.email(of: account)
    }
    guard let to, !items.isEmpty else { return nil }
    let language = due.person.settings.language
    let mail = DigestMail(
      to: to, language: language, text: wording.text(items, on: claim.day, language), id: claim.messageID)
    return (mail, items)
  }
}
