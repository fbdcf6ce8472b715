import Cryptography
import MerkleLog
public import Vocabulary

/// A checkpoint as a page to print or a letter to send: the signed note, and what to do with it.
public struct CheckpointText {
  private let language: Language

  public init(_ language: Language) { self.language = language }

  /// What stands above a letter with a checkpoint.
  public func subject(_ checkpoint: KeptCheckpoint) -> String {
    say(
      "Fobwatch: checkpoint of \(checkpoint.size) entries. Please keep this message",
      "Fobwatch: punto de control de \(checkpoint.size) entradas. Guarde este mensaje")
  }

  /// The page or letter. `fobwatch log verify --against` finds the note in it.
  ///
  /// - Parameter day: when it was signed, where the reader is.
  public func render(_ checkpoint: KeptCheckpoint, on day: CivilDate) throws -> String {
    let signed = try Checkpoint(text: try SignedNote(reading: Array(checkpoint.note.utf8)).text)
    let digits = Array(signed.root.description)
    let groups = stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<min($0 + 4, digits.count)]) }
    let rows = stride(from: 0, to: groups.count, by: 8).map {
      groups[$0..<min($0 + 8, groups.count)].joined(separator: " ")
    }
    return
      ([
        say("Checkpoint of the Fobwatch log", "Punto de control del registro de Fobwatch"),
        DateWording(language).day(day), "",
        say(
          "Keep this where nobody who runs the server can change it: a safe, a mailbox, another company's disk.",
          "Guárdelo donde nadie que administre el servidor pueda cambiarlo: una caja fuerte, un buzón, el disco de otra empresa."
        ),
        say(
          "Whoever has it can tell later whether any of the first \(checkpoint.size) entries was changed, moved or removed.",
          "Quien lo tenga puede saber después si alguna de las primeras \(checkpoint.size) entradas se cambió, movió o quitó."
        ),
        "", checkpoint.note,
        say("To compare with this text in a file:", "Para comparar con este texto en un archivo:"),
        "  fobwatch log verify --against \(say("FILE", "ARCHIVO"))",
        say("To compare with a print, type the root:", "Para comparar con una hoja impresa, teclee la raíz:"),
        "  fobwatch log verify --size \(checkpoint.size) --root \"…\"",
      ] + rows.map { "    " + $0 }).joined(separator: "\n") + "\n"
  }

  private func say(_ en: String, _ es: String) -> String { Phrase(en, es)[language] }
}
