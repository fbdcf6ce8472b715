import ArgumentParser
import Foundation
import Services
import Storage
import Vocabulary

/// Puts a backup back.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Restore a backup into a new data folder, all of it or nothing.",
    discussion: """
      Every file is compared with its hash, the log with the checkpoint that was made with the backup, and the records of \
      people with the log. The folder appears when all is well.
      Exit status: 0 restored; 3 the backup cannot be used, and nothing was changed.
      """)

  @Argument(help: "The backup.")
  var file: String

  @Option(name: .long, help: "The data folder to make; it must be new or empty.")
  var data: String

  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var form: FormOptions

  func run() async throws {
    try await answering {
      let language = try form.language()
      let (file, data, words) = (file, data, try passphrase.passphrase(twice: false))
      let restored = try await ProgressBar("fobwatch restore").running { show in
        try await Restore(file).run(into: data, passphrase: words, at: Composition.now(), progress: show)
      }
      if form.json {
        print(try JSON.text(Answer(restored)))
      } else {
        print(text(restored)[language])
        if let audit = restored.audit { print("\n" + LogText(language).render(audit)) }
      }
    }
  }

  private func text(_ restored: Restore.Summary) -> Phrase {
    let (files, size) = (restored.files, BackupCommand.size(restored.bytes))
    let day = CivilDate(days: Int32(clamping: restored.madeAt.microseconds / 86_400_000_000))
    return Phrase(
      "\(data): \(files) files, \(size), as of \(DateWording(.english).day(day)) (UTC)",
      "\(data): \(files) archivos, \(size), del \(DateWording(.spanish).day(day)) (UTC)")
  }

  private struct Answer: Encodable {
    let files: Int
    let bytes: Int
    let madeAt: Int64
    let audit: LogAuditAnswer?

    init(_ restored: Restore.Summary) {
      (files, bytes, madeAt) = (restored.files, restored.bytes, restored.madeAt.microseconds)
      audit = restored.audit.map(LogAuditAnswer.init)
    }
  }
}
