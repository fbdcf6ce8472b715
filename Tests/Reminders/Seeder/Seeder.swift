import Cryptography
import Foundation
import Knowledge
import Rules
import Services
import Storage
import Vocabulary

/// Makes up people with accounts whose reminders are on, each with a card that ends in some days, for Tests/Reminders/run.py:
/// straight into the stores, since nobody could sign up so many.
///
/// Usage: reminder-seeder people DATABASE KEYS DAY-OF-TODAY HOW-MANY
///        reminder-seeder feed DATABASE KEYS DAY-OF-TODAY en|es    prints the token of the first person's calendar
///        reminder-seeder hook DATABASE KEYS DAY-OF-TODAY ADDRESS  an agency is told of what the first person is reminded of;
///                                                                 prints its secret and the identifier of the person
///        reminder-seeder card DATABASE KEYS DAY-OF-TODAY DAYS     the first person has a card for so many days more
///
/// DATABASE is an address of PostgreSQL, or a data folder.
@main
struct Seeder {
  /// How many are made in one transaction.
  private static let batch = 200

  let sealed: SealedDatabase
  let vault: AccountVault
  let today: CivilDate
  let now: Instant

  static func main() async throws {
    let words = CommandLine.arguments
    guard words.count == 6, let today = CivilDate(words[4]) else { exit(2) }
    // The day before, at noon in UTC: settings are older than the first run.
    let now = Instant(microseconds: (Int64(today.days) * 86_400 - 43_200) * 1_000_000)
    let place = words[2].contains("://") ? try DatabaseAddress(words[2]) : .file(in: words[2])
    let open = try await OpenDatabase(place, at: now)
    let ring = try KeyRing(folder: words[3])
    let sealed = try await SealedDatabase(open.engine, ring, at: now)
    let vault = AccountVault(record: sealed.keys.record, lookup: try ring.keys(for: .lookup), random: .system)
    let seeder = Seeder(sealed: sealed, vault: vault, today: today, now: now)
    switch (words[1], Int(words[5]), Language(rawValue: words[5])) {
    case ("people", let count?, _): try await seeder.people(count)
    case ("feed", _, let language?): print(try await seeder.feed(language))
    case ("card", let days?, _): try await seeder.card(of: try await seeder.first(), ends: today.adding(days: days))
    case ("hook", nil, nil): try await seeder.hook(words[5])
    default: exit(2)
    }
    await open.engine.close()
  }

  private func people(_ count: Int) async throws {
    for start in stride(from: 0, to: count, by: Self.batch) {
      let accounts = try (start..<min(start + Self.batch, count)).map(account)
      try await sealed.accounts.write(at: now) { tables in
        for account in accounts { _ = try tables.add(account) }
      }
      for (offset, account) in accounts.enumerated() {
        try await card(of: account, ends: today.adding(days: [20, 5, -3, 40][(start + offset) % 4]))
        try await sealed.reminders.set(
          ReminderSettings(isMailOn: true, language: .english, zone: .chicago, quiet: QuietHours(from: 0, until: 0)),
          of: account.person, by: account.id.text, at: now)
      }
    }
  }

  private func account(_ number: Int) throws -> Account {
    let id = Account.ID.fresh(from: .system)
    let email = try email(number)
    return Account(
      id: id, person: .fresh(from: .system), email: vault.seal(email, of: id), emailDigest: vault.digest(of: email),
      passwordHash: "-", language: .english, adultFrom: nil, isAdministrator: false, createdAt: now)
  }

  private func email(_ number: Int) throws -> EmailAddress {
    guard let email = EmailAddress("person-\(number)@example.org") else { throw ExitError.usage }
    return email
  }

  private func first() async throws -> Account {
    let digest = vault.digest(of: try email(0))
    guard let account = try await sealed.accounts.read({ try $0.account(emailDigests: [digest]) }) else {
      throw ExitError.usage
    }
    return account
  }

  private func card(of account: Account, ends: CivilDate) async throws {
    try await add(
      EvidenceRecord(
        id: "", kind: .card, values: ["type": .word("bls"), "expires": .day(DayInterval(ends), expected: false)]),
      to: account)
  }

  private func add(_ record: EvidenceRecord, to account: Account) async throws {
    try await sealed.evidence.apply(
      [.add(.evidence(record))], to: account.person, by: account.id.text, at: now)
  }

  /// An agency that is told at an address, and a message that waits to be told.
  private func hook(_ text: String) async throws {
    guard let address = HookAddress(text, HookPolicy(allowsPrivate: true)) else { throw ExitError.usage }
    let account = try await first()
    let agency = Organization(id: .fresh(from: .system), name: "Agency", kind: .agency, createdAt: now)
    let hook = ReminderHook(organization: agency.id, address: address, secret: .fresh(from: .system), setAt: now)
    let consent = Consent(
      id: .fresh(from: .system), person: account.person, receiver: .organization(agency.id), purpose: .placement,
      kinds: [.card], givenAt: now, from: now, until: nil)
    let body = Array("{\"type\":\"reminder.due\",\"data\":{\"person\":\"\(account.person.text)\"}}".utf8)
    try await sealed.accounts.write(at: now) { tables in
      try tables.add(agency)
      try tables.put(hook)
      try tables.add(consent)
      try tables.addHookConsent(of: account.person, to: agency.id)
      try tables.post(
        OutgoingHook(id: "reminders-1-\(agency.id.text)", organization: agency.id, person: account.person, body: body))
    }
    print("\(hook.secret.text) \(account.person.text)")
  }

  /// An address for the calendar of the first person, who has been given a certification with long duties too.
  private func feed(_ language: Language) async throws -> String {
    let account = try await first()
    let given = FactValue.day(DayInterval(today.adding(days: -200)), expected: false)
    try await add(
      EvidenceRecord(
        id: "", kind: .certification,
        values: ["of": .word("amt/rma"), "date": given, "by": .word("examination")]),
      to: account)
    let reminders = Reminders(
      KnowledgeBase(), accounts: Accounts(store: sealed.accounts, vault: vault, passwords: try passwords()),
      store: sealed.reminders, evidence: sealed.evidence, health: sealed.health, roadmaps: nil,
      local: { moment, _ in LocalTime(day: CivilDate(days: Int32(moment.microseconds / 86_400_000_000)), hour: 12) })
    return try await reminders.makeFeed(
      for: SignedIn(
        account: account.id, person: account.person, isMinor: false, isAdministrator: false, memberships: [],
        session: .fresh(from: .system), factors: 1, isRecent: true), language, at: now)
  }

  private func passwords() throws -> Passwords {
    try Passwords(
      policy: PasswordPolicy(), work: PasswordWork(workers: 1, places: 1), hash: PasswordHash(cost: .least),
      random: .system)
  }

  private enum ExitError: Error { case usage }
}
