import ArgumentParser
import Foundation
import Services
import Storage
import Vocabulary

/// Everything of an installation in one file.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Save a data folder in one file that a passphrase opens.",
    discussion: """
      The database as it is at this moment, its keys, adopted packs and imported lists; the server may go on meanwhile. \
      Without the passphrase nobody can open it, and nobody can find it out: keep it apart from the file. A PostgreSQL \
      database is saved with its own tools: docs/how-to/back-up-and-restore.md.
      """)

  @Argument(help: "The file to write, like monday.fobwatch-backup; there must be none yet.")
  var file: String

  @Option(name: .long, help: "The data folder of the installation (default: data).")
  var data: String?

  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var form: FormOptions

  func run() async throws {
    try await answering {
      let language = try form.language()
      let settings = try Settings(options: [:], config: nil, environment: ProcessInfo.processInfo.environment)
      if let named = settings.written(.database) {
        throw BadInput(
          "\(named.place) names a PostgreSQL database: save that with pg_dump, and the key folder with it "
            + "(docs/how-to/back-up-and-restore.md)")
      }
      let (file, data, words) = (file, try Composition.dataFolder(data), try passphrase.passphrase(twice: true))
      let saved = try await ProgressBar("fobwatch backup").running { show in
        try await Backup(folder: data).make(file, passphrase: words, at: Composition.now(), progress: show)
      }
      print(form.json ? try JSON.text(Answer(saved)) : text(saved)[language])
    }
  }

  private func text(_ saved: Backup.Summary) -> Phrase {
    let (files, size) = (saved.files, Self.size(saved.bytes))
    let entries = saved.entries.map(String.init) ?? "?"
    return Phrase(
      "\(file): \(files) files, \(size), log of \(entries) entries. Try it out: fobwatch restore \(file) --data NEW-FOLDER",
      "\(file): \(files) archivos, \(size), registro de \(entries) entradas. Pruébelo: fobwatch restore \(file) --data CARPETA-NUEVA"
    )
  }

  /// Bytes as people read them.
  static func size(_ bytes: Int) -> String {
    bytes < 1 << 20 ? "\((bytes + 1023) >> 10) KiB" : "\((bytes + (1 << 19)) >> 20) MiB"
  }

  private struct Answer: Encodable {
    let files: Int
    let bytes: Int
    let entries: Int?

    init(_ saved: Backup.Summary) { (files, bytes, entries) = (saved.files, saved.bytes, saved.entries) }
  }
}
