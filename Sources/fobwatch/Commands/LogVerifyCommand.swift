import ArgumentParser
import Cryptography
import Foundation
import MerkleLog
import Services
import Storage
import Vocabulary

/// Goes through the whole log.
struct LogVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Go through the log: whether entries were changed, moved or removed.",
    discussion: """
      Alone it shows only that the log agrees with itself, which whoever has the server's keys can bring about. With \
      --against it is compared with checkpoints that were kept elsewhere.
      Exit status: 0 nothing found; 1 something found; 3 bad input.
      """)

  @Option(name: .long, help: "A file with one checkpoint or several, or - for standard input; may be repeated.")
  var against: [String] = []

  @Option(name: .long, help: "The number of entries on a print of a checkpoint.")
  var size: Int?

  @Option(name: .long, help: "The root on that print, in digits and letters; blanks do not matter.")
  var root: String?

  @Flag(name: .customLong("log-only"), help: "Do not compare the records of people with their entries.")
  var logOnly = false

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var form: FormOptions

  func validate() throws {
    if (size == nil) != (root == nil) { throw ValidationError("expected both --size and --root") }
  }

  func run() async throws {
    try await answering {
      let language = try form.language()
      let inputs = try against.map(Self.input)
      let report = try await database.withDatabase { (sealed) async throws -> LogAuditReport in
        try await self.report(sealed, against: given(inputs, sealed))
      }
      print(form.json ? try JSON.text(LogAuditAnswer(report)) : LogText(language).render(report))
      if !report.isIntact { throw ExitCode(1) }
    }
  }

  private func report(_ sealed: SealedDatabase, against given: [GivenCheckpoint]) async throws -> LogAuditReport {
    let share = logOnly ? 1.0 : 0.5
    return try await ProgressBar("fobwatch log verify").running { [logOnly] show in
      var report = try await sealed.audit.report(against: given) { show($0 * share) }
      if !logOnly {
        report.add(try await sealed.recordAudit.report { show(share + $0 * (1 - share)) })
      }
      return report
    }
  }

  private func given(_ inputs: [(name: String, bytes: [UInt8])], _ sealed: SealedDatabase) async throws
    -> [GivenCheckpoint]
  {
    var given: [GivenCheckpoint] = []
    for (name, bytes) in inputs {
      do {
        given += try await sealed.audit.read(bytes)
      } catch let error as NoteError {
        throw BadInput("\(name): \(error)")
      }
    }
    if let size, let root {
      guard let digest = Hex.bytes(root.filter { !$0.isWhitespace }).flatMap({ Digest($0) }),
        let typed = GivenCheckpoint.typed(size: size, root: digest, origin: try await sealed.log.head().origin)
      else {
        throw BadInput("expected a size of 0 or more and a root of 64 digits and letters a to f, as on the print")
      }
      given.append(typed)
    }
    return given
  }

  private static func input(_ path: String) throws -> (name: String, bytes: [UInt8]) {
    let most = 16 * SignedNote.maximumBytes
    if path == "-" {
      return ("standard input", Array(try FileHandle.standardInput.read(upToCount: most + 1) ?? Data()))
    }
    guard let file = FileHandle(forReadingAtPath: path), let data = try? file.read(upToCount: most + 1) ?? Data() else {
      throw BadInput("\(path): the file cannot be read: check the name and its permissions")
    }
    return (path, Array(data))
  }
}
