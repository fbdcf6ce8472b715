import ArgumentParser
import Cryptography
import Foundation
import Services
import Storage
import Vocabulary

/// The keys of an installation.
struct AdminKeysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List the installation's keys, make newer ones, remove old ones.",
    subcommands: [List.self, Renew.self, Retire.self])

  /// Lists them.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Purpose, number and fingerprint of each key; the newest seals.")

    @OptionGroup var options: AdminOptions

    func run() async throws {
      try await answering {
        try await options.withDesk { desk in
          var rows: [Row] = []
          for purpose in KeyRing.Purpose.allCases where try desk.ring.hasKeys(for: purpose) {
            let keys = try desk.ring.keys(for: purpose)
            rows += keys.all.sorted { $0.number < $1.number }.map {
              Row(
                purpose: purpose.rawValue, number: $0.number, fingerprint: $0.key.fingerprint,
                newest: $0.number == keys.newest.number)
            }
          }
          let text = rows.map(\.line).joined(separator: "\n")
          try desk.say(Phrase(text, text), rows)
        }
      }
    }

    private struct Row: Encodable {
      let purpose: String
      let number: UInt32
      let fingerprint: String
      let newest: Bool

      var line: String { "\(purpose)-\(number)  \(fingerprint)\(newest ? "  *" : "")" }
    }
  }

  /// Makes newer keys, and seals everything again with them.
  struct Renew: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "renew", abstract: "Make newer keys, and seal everything again with the newest.",
      discussion: """
        Without a purpose no key is made: what an earlier renewal left is sealed again. Save the new files of the key folder, \
        and copy them to the other servers of this database. After a new 'lookup' or 'cookie' key, start the servers again.
        """)

    @Argument(help: "record, health, lookup, log, checkpoint or cookie; several, or none.")
    var purposes: [String] = []

    @OptionGroup var options: AdminOptions

    func run() async throws {
      try await answering {
        let purposes = try purposes.map(AdminKeysCommand.purpose)
        try await options.withDesk { desk in
          for purpose in purposes { try desk.ring.rotate(purpose) }
          let sealed = try await AdminKeysCommand.sealAgain(desk)
          try desk.say(
            Phrase(
              "\(purposes.count) keys made; \(sealed) keys of people were sealed again.",
              "\(purposes.count) claves hechas; \(sealed) claves de personas se sellaron de nuevo."),
            Answer(made: purposes.count, sealed: sealed))
        }
      }
    }

    private struct Answer: Encodable {
      let made: Int
      let sealed: Int
    }
  }

  /// Removes an old one.
  struct Retire: AsyncParsableCommand {
    /// How long mails and links that a key sealed are good, in days.
    private static let rest = 8

    static let configuration = CommandConfiguration(
      commandName: "retire", abstract: "Remove an old key for good, eight days after a newer one was made.",
      discussion: "Everything is sealed again first. What only this key opens can never be read again.")

    @Argument(help: "record, health or cookie.")
    var purpose: String
    @Argument(help: "The number of the key.")
    var number: UInt32
    @Flag(name: .long, help: "Also when the newer key is younger: mails that wait and links of mails are lost.")
    var now = false

    @OptionGroup var options: AdminOptions

    func run() async throws {
      try await answering {
        let purpose = try AdminKeysCommand.purpose(purpose)
        try await options.withDesk { desk in
          let newer = "\(desk.ring.folder)/\(purpose.rawValue)-\(number + 1).key"
          let made = try? FileManager.default.attributesOfItem(atPath: newer)[.modificationDate] as? Date
          if !now, let made, made.timeIntervalSinceNow > -Double(Self.rest * 86_400) {
            throw desk.bad(
              "The newer key is not \(Self.rest) days old: mails and links may need this one. Wait, or say --now.",
              "La clave nueva no tiene \(Self.rest) días: correos y enlaces pueden necesitar esta. Espere, o diga --now."
            )
          }
          _ = try await AdminKeysCommand.sealAgain(desk)
          try await desk.sealed.keyWork.retire(number, of: purpose, from: desk.ring)
          try desk.done(
            Phrase(
              "\(purpose.rawValue)-\(number) is removed. Remove it from other servers too.",
              "\(purpose.rawValue)-\(number) se quitó. Quítela también de los demás servidores."))
        }
      }
    }
  }

  fileprivate static func purpose(_ text: String) throws -> KeyRing.Purpose {
    guard let purpose = KeyRing.Purpose(rawValue: text) else {
      throw BadInput("expected record, health, lookup, log, checkpoint or cookie, found '\(text)'")
    }
    return purpose
  }

  /// Seals everything with the newest keys.
  ///
  /// - Returns: how many keys of people were sealed again.
  fileprivate static func sealAgain(_ desk: AdminDesk) async throws -> Int {
    let fresh = try KeyRing(folder: desk.ring.folder)
    let sealed = try await SealedDatabase(desk.sealed.engine, fresh, at: desk.now)
    let renewal = KeyRenewal(try Composition.accounts(sealed, fresh, in: desk.folder))
    var after = try await renewal.renew(after: nil, by: .machine, at: desk.now)
    while let next = after { after = try await renewal.renew(after: next, by: .machine, at: desk.now) }
    return try await sealed.keyWork.reseal()
  }
}
