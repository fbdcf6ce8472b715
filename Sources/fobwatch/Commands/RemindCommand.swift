import ArgumentParser
import Cryptography
import Foundation
import Knowledge
import MailDelivery
import Services
import Storage
import Vocabulary
import Website

/// Reminders, without the server.
struct RemindCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remind", abstract: "Whom to remind of what: look now, or prove that nobody was left out.",
    subcommands: [Run.self, Audit.self])

  /// When a command is asked as if it were.
  struct Moment: ParsableArguments {
    @Option(name: .customLong("at"), help: "As if it were this time, like 2026-11-23T14:00:00Z.")
    var at: String?

    /// The time that was given, or the present one; it goes on from there.
    func clock() throws -> @Sendable () -> Instant {
      guard let at else { return Composition.now }
      guard let date = try? Date(at, strategy: .iso8601) else {
        throw BadInput("expected a time like 2026-11-23T14:00:00Z for --at, found '\(at)'")
      }
      let shift = Instant(microseconds: Int64(date.timeIntervalSince1970 * 1_000_000)) - Composition.now()
      return { Composition.now() + shift }
    }
  }

  /// Looks once through everybody.
  struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "run", abstract: "Look once whom to remind, and send the mails of the day.",
      discussion: "The server does this each hour. Doing it twice, or at the same time, sends nothing twice.")

    @OptionGroup var moment: Moment
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var form: FormOptions

    private struct Answer: Encodable {
      let people, sent, notKnown, waiting, failed, quiet: Int
    }

    func run() async throws {
      try await answering {
        let language = try form.language()
        let clock = try moment.clock()
        let settings = try Settings(options: [:], config: nil, environment: ProcessInfo.processInfo.environment)
        let (mail, data) = (try settings.mail(), try database.folder())
        let home = try settings.address() ?? "http://localhost:8080"
        let base = try Composition.knowledge(settings.written(.knowledge)?.text, data: data)
        let counts = try await database.withDatabase { sealed in
          let accounts = try Composition.accounts(sealed, try KeyRing(folder: "\(data)/keys"), in: data)
          let posting = Posting(home: home, settings: mail, folder: "\(data)/mail", log: .none)
          let reminders = Composition.reminders(base, sealed, accounts)
          do {
            let counts = try await posting.run(reminders, clock: clock).run()
            if let heartbeat = posting.heartbeat, await !heartbeat.beat() {
              FileHandle.standardError.write(Data("The heartbeat address did not answer.\n".utf8))
            }
            return counts
          } catch ReminderError.noTimes {
            throw BadInput(
              "The packs have no reminders.yaml: expected how long before its last day each kind is told of")
          }
        }
        let answer = Answer(
          people: counts.people, sent: counts.sent, notKnown: counts.unknown, waiting: counts.waiting,
          failed: counts.failed, quiet: counts.quiet)
        print(form.json ? try JSON.text(answer) : Self.text(answer, language))
      }
    }

    private static func text(_ answer: Answer, _ language: Language) -> String {
      let rows: [(Phrase, Int)] = [
        (Phrase("People", "Personas"), answer.people), (Phrase("Mails sent", "Correos enviados"), answer.sent),
        (Phrase("Mails possibly sent", "Correos quizá enviados"), answer.notKnown),
        (Phrase("Mails that wait", "Correos en espera"), answer.waiting),
        (Phrase("Failed", "Fallidos"), answer.failed), (Phrase("In quiet hours", "En horas de silencio"), answer.quiet),
      ]
      return rows.map { "\($0[language]): \($1)" }.joined(separator: "\n")
    }
  }

  /// Proves that nobody was left out.
  struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "audit", abstract: "Prove that the last run left nobody out.",
      discussion: "Exit status 1: nobody has looked for 24 hours, or a mail that was due is missing.")

    @OptionGroup var moment: Moment
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var form: FormOptions

    private struct Answer: Encodable {
      struct Lost: Encodable {
        let person: String
        let day: CivilDate
      }
      let sound: Bool
      let lastComplete: String?
      let late: Bool
      let people: Int
      let mails: [String: Int]
      let left: Int
      let unreadable: Int
      let lost: [Lost]
    }

    func run() async throws {
      try await answering {
        let language = try form.language()
        let now = try moment.clock()()
        let data = try database.folder()
        let settings = try Settings(options: [:], config: nil, environment: ProcessInfo.processInfo.environment)
        let base = try Composition.knowledge(settings.written(.knowledge)?.text, data: data)
        let report = try await database.withDatabase { sealed in
          let accounts = try Composition.accounts(sealed, try KeyRing(folder: "\(data)/keys"), in: data)
          return try await ReminderAudit(Composition.reminders(base, sealed, accounts)).report(at: now)
        }
        let answer = Answer(
          sound: report.isSound, lastComplete: report.watch.lastComplete.map(Self.words), late: report.isLate,
          people: report.people,
          mails: Dictionary(uniqueKeysWithValues: report.standing.counts.map { ($0.rawValue, $1) }),
          left: report.standing.left, unreadable: report.unreadable,
          lost: report.lost.map { Answer.Lost(person: $0.person.text, day: $0.day) })
        print(form.json ? try JSON.text(answer) : Self.text(answer, language))
        if !report.isSound { throw ExitCode(1) }
      }
    }

    private static func words(_ time: Instant) -> String {
      Date(timeIntervalSince1970: Double(time.microseconds) / 1_000_000).formatted(.iso8601)
    }

    private static func text(_ answer: Answer, _ language: Language) -> String {
      let none = Phrase("never", "nunca")[language]
      var lines = [
        Phrase("Last complete run", "Última revisión completa")[language] + ": \(answer.lastComplete ?? none)"
          + (answer.late ? Phrase(" (late)", " (con retraso)")[language] : ""),
        Phrase("People", "Personas")[language] + ": \(answer.people)",
      ]
      for state in DigestState.allCases { lines.append("\(state.rawValue): \(answer.mails[state.rawValue] ?? 0)") }
      lines.append(
        Phrase("Left by a process that ended", "Dejados por un proceso que terminó")[language] + ": \(answer.left)")
      lines.append(Phrase("Records that cannot be read", "Expedientes ilegibles")[language] + ": \(answer.unreadable)")
      lines.append(Phrase("Lost", "Perdidos")[language] + ": \(answer.lost.count)")
      lines += answer.lost.prefix(20).map { "  \($0.person) \($0.day)" }
      return lines.joined(separator: "\n")
    }
  }
}
