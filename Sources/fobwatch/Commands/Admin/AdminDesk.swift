import ArgumentParser
import Cryptography
import Foundation
import Services
import Storage
import Vocabulary

/// Which installation, in which form the answer.
struct AdminOptions: ParsableArguments {
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var form: FormOptions

  /// Runs a body with what commands of administration work on.
  func withDesk(_ body: (AdminDesk) async throws -> Void) async throws {
    let (language, folder) = (try form.language(), try database.folder())
    try await database.withDatabase { sealed in
      let ring = try KeyRing(folder: "\(folder)/keys")
      let desk = AdminDesk(
        sealed: sealed, ring: ring, accounts: try Composition.accounts(sealed, ring, in: folder), folder: folder,
        language: language, isJSON: form.json)
      do {
        try await body(desk)
      } catch let refusal as Refusal {
        throw BadInput(RefusalWording.text(refusal)[language])
      } catch let error as KeyWorkError {
        throw BadInput("\(error)")
      }
    }
  }
}

/// What commands of administration work on.
struct AdminDesk {
  let sealed: SealedDatabase
  let ring: KeyRing
  let accounts: Accounts
  /// The data folder.
  let folder: String
  let language: Language
  let isJSON: Bool

  var now: Instant { Composition.now() }

  /// Prints an answer: for people, or for programs.
  func say(_ text: Phrase, _ answer: some Encodable) throws { print(isJSON ? try JSON.text(answer) : text[language]) }

  /// Prints that something was done.
  func done(_ text: Phrase) throws { try say(text, Done(done: true)) }

  private struct Done: Encodable { let done: Bool }

  func bad(_ en: String, _ es: String) -> BadInput { BadInput(Phrase(en, es)[language]) }

  /// The account of an address.
  func account(_ email: String) async throws -> Account {
    guard let account = try await Administrators(accounts).find(email: email, by: .machine, at: now) else {
      throw bad("There is no account with the address \(email).", "No hay cuenta con la dirección \(email).")
    }
    return account
  }

  /// All accounts, in a fixed order.
  func allAccounts() async throws -> [Administrators.Listing] {
    try await paged { after in
      try await Administrators(accounts).list(after: after, limit: 200, by: .machine, at: now)
    } last: {
      $0.account.id
    }
  }

  /// All organizations, in a fixed order.
  func allOrganizations() async throws -> [Organization] {
    try await paged { after in
      try await Organizations(accounts).list(after: after, limit: 200, by: .machine, at: now)
    } last: {
      $0.id
    }
  }

  /// The organization of this identifier, or the only one of this name.
  func organization(_ text: String) async throws -> Organization {
    let all = try await allOrganizations()
    if let found = all.first(where: { $0.id.text == text }) { return found }
    let named = all.filter { $0.name == text }
    guard named.count < 2 else {
      throw bad(
        "\(named.count) organizations are called \(text). Give its identifier: \(named.map(\.id.text).joined(separator: ", "))",
        "\(named.count) organizaciones se llaman \(text). Dé su identificador: \(named.map(\.id.text).joined(separator: ", "))"
      )
    }
    guard let found = named.first else {
      throw bad(
        "There is no organization \(text). List them: fobwatch admin organization list",
        "No hay ninguna organización \(text). Véalas con: fobwatch admin organization list")
    }
    return found
  }

  private func paged<Item, ID>(
    _ page: (ID?) async throws -> [Item], last: (Item) -> ID
  ) async throws -> [Item] {
    var (items, after): ([Item], ID?) = ([], nil)
    while true {
      let found = try await page(after)
      items += found
      guard let end = found.last else { return items }
      after = last(end)
    }
  }
}

extension Composition {
  /// The services of accounts of a database.
  static func accounts(_ sealed: SealedDatabase, _ ring: KeyRing, in data: String) throws -> Accounts {
    // Hashes as many at once as leave a processor to those who wait for pages.
    let workers = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
    return Accounts(
      store: sealed.accounts,
      vault: AccountVault(record: sealed.keys.record, lookup: try ring.keys(for: .lookup), random: .system),
      passwords: try Passwords(
        policy: PasswordPolicy(listed: try PasswordFile.listed(in: data)),
        work: PasswordWork(workers: workers, places: 100 * workers), hash: PasswordHash(), random: .system))
  }
}
