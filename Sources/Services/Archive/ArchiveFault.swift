public import Vocabulary

/// Why an archive cannot be taken: one thing, the first that was found.
public struct ArchiveFault: Error, Hashable, Sendable {
  /// Where: the name of a file in it, with a JSON pointer behind it where that says more; empty for the whole.
  public let place: String
  /// What was expected there, and what was found.
  public let message: Phrase

  init(_ place: String, _ english: String, _ spanish: String) {
    // A name of a stranger: as much as tells it apart, and nothing that does not show.
    let shown = place.unicodeScalars.prefix(80).map { $0.value >= 32 && $0.value != 127 ? String($0) : "?" }
    (self.place, message) = (shown.joined(), Phrase(english, spanish))
  }

  static let unreadable = ArchiveFault(
    "", "Expected an archive that Fobwatch saved; found something else, or one that is cut",
    "Se esperaba un archivo completo guardado por Fobwatch; se encontró otra cosa, o uno cortado")

  static func tooManyMembers(_ count: Int, most: Int) -> ArchiveFault {
    ArchiveFault(
      "", "Expected 1 to \(most) files in it; \(count) found", "Se esperaban de 1 a \(most) archivos; hay \(count)")
  }

  static func otherMember(_ name: String) -> ArchiveFault {
    ArchiveFault(
      name, "Expected no file of this name in it", "No se esperaba un archivo con este nombre")
  }

  static func missing(_ name: String) -> ArchiveFault {
    ArchiveFault(name, "Expected this file in it; none found", "Se esperaba este archivo; no se encontró")
  }

  static func twice(_ name: String) -> ArchiveFault {
    ArchiveFault(name, "Expected this once; found twice", "Se esperaba una vez; se encontró dos veces")
  }

  static func tooLarge(_ name: String, _ size: Int, most: Int) -> ArchiveFault {
    ArchiveFault(
      name, "Expected at most \(most) bytes; \(size) found", "Se esperaban como máximo \(most) bytes; hay \(size)")
  }

  static func damaged(_ name: String) -> ArchiveFault {
    ArchiveFault(
      name, "Expected the bytes that were saved; found others", "Se esperaban los bytes guardados; se encontraron otros"
    )
  }

  static func badValue(_ place: String) -> ArchiveFault {
    ArchiveFault(
      place, "Expected what Fobwatch writes there; found something else",
      "Se esperaba lo que Fobwatch escribe allí; se encontró otra cosa")
  }

  /// What one of its files was refused for.
  init(_ name: String, _ fault: RecordFile.Fault) {
    self.init(name + fault.pointer, fault.message.en, fault.message.es)
  }

  /// What a paper in it was refused for.
  init(_ name: String, _ refusal: PaperRefusal, _ limits: PaperLimits) {
    let message = PaperWording.refusal(refusal, limits)
    self.init(name, message.en, message.es)
  }
}
