import Cryptography
import MerkleLog
public import Vocabulary

/// What came out of going through the log, as text for people.
public struct LogText {
  private let language: Language

  public init(_ language: Language) { self.language = language }

  public func render(_ report: LogAuditReport) -> String {
    var lines = [
      say("Log \(report.origin): \(report.size) entries", "Registro \(report.origin): \(report.size) entradas"),
      say("Root: \(report.root)", "Raíz: \(report.root)"), "",
    ]
    lines += consistency(report)
    if let records = report.comparedRecords {
      lines.append(
        say(
          "\(records) records of people were compared with their entries.",
          "Se compararon \(records) datos de personas con sus entradas."))
    }
    lines += [""] + report.comparisons.flatMap { comparison($0, report) }
    if report.comparisons.isEmpty {
      lines += onlyItself
    } else if report.isIntact {
      lines.append(
        say(
          "Entries written after the largest of these checkpoints are not covered by it.",
          "Las entradas posteriores al mayor de estos puntos de control no están cubiertas por él."))
    }
    return lines.joined(separator: "\n")
  }

  // MARK: - The log and itself

  private func consistency(_ report: LogAuditReport) -> [String] {
    guard !report.isConsistent else {
      return [
        say(
          "The log agrees with itself: each entry is as it was hashed, in its place, and none is missing.",
          "El registro concuerda consigo mismo: cada entrada está como se escribió, en su lugar, y no falta ninguna.")
      ]
    }
    var lines = [say("THE LOG DOES NOT AGREE WITH ITSELF.", "EL REGISTRO NO CONCUERDA CONSIGO MISMO.")]
    lines += report.faults.map { "  " + fault($0) }
    if report.faultCount > report.faults.count {
      let more = report.faultCount - report.faults.count
      lines.append("  " + say("and \(more) more", "y \(more) más"))
    }
    lines += report.keptDiffering.map { kept in
      "  "
        + say(
          "the checkpoint of \(kept.checkpoint.size) entries that is kept beside the log does not fit it",
          "el punto de control de \(kept.checkpoint.size) entradas que se guarda junto al registro no concuerda")
    }
    if let range = suspects(report) { lines.append("  " + range) }
    return lines
  }

  private func fault(_ fault: LogFault) -> String {
    switch fault {
    case .missing(let sequence): say("entry \(sequence) is missing", "falta la entrada \(sequence)")
    case .changed(let sequence):
      say(
        "entry \(sequence) was changed after it was written", "la entrada \(sequence) se cambió después de escribirse")
    case .otherCount(let head, let found):
      say(
        "\(head) entries expected, \(found) found", "se esperaban \(head) entradas y se encontraron \(found)")
    case .otherRoot:
      say(
        "the entries are not those of the root on record", "las entradas no son las de la raíz que consta")
    case .damagedCheckpoint(let size):
      say(
        "the checkpoint of \(size) entries beside the log is damaged, or signed by somebody else",
        "el punto de control de \(size) entradas junto al registro está dañado o lo firmó otro")
    case .sealBroken(let sequence):
      say(
        "entry \(sequence) does not open with the key of its person",
        "la entrada \(sequence) no se abre con la clave de su persona")
    case .otherRow(let sequence):
      say(
        "the record made of entry \(sequence) does not say what the entry says",
        "el dato hecho de la entrada \(sequence) no dice lo que dice la entrada")
    case .otherKeys(let people):
      say(
        "the keys of \(people) people are gone without an entry that says so, or still there against one",
        "las claves de \(people) personas faltan sin una entrada que lo diga, o siguen ahí contra una entrada")
    }
  }

  private var onlyItself: [String] {
    [
      say(
        "This shows only that the log agrees with itself. Whoever can change the database and has the server's keys can write a",
        "Esto muestra solo que el registro concuerda consigo mismo. Quien pueda cambiar la base de datos y tenga las claves"
      ),
      say(
        "log that does. To notice that, keep checkpoints elsewhere, and compare: fobwatch log verify --against FILE",
        "del servidor puede escribir uno así. Para notarlo, guarde puntos de control en otro lugar y compare: fobwatch log verify --against ARCHIVO"
      ),
    ]
  }

  // MARK: - The log and what was kept elsewhere

  private func comparison(_ comparison: LogAuditReport.Comparison, _ report: LogAuditReport) -> [String] {
    let size = comparison.given.checkpoint.size
    var lines: [String] = []
    switch comparison.outcome {
    case .same:
      lines.append(
        say(
          "Checkpoint of \(size) entries: the log begins with exactly these entries.",
          "Punto de control de \(size) entradas: el registro empieza exactamente con esas entradas."))
    case .differs:
      lines.append(
        say(
          "Checkpoint of \(size) entries: THE LOG IS ANOTHER ONE. Entries were changed, moved, removed or put in.",
          "Punto de control de \(size) entradas: EL REGISTRO ES OTRO. Se cambiaron, movieron, quitaron o añadieron entradas."
        ))
    case .cut(let missing):
      lines.append(
        say(
          "Checkpoint of \(size) entries: THE LOG WAS CUT. At least \(missing) entries are missing at its end.",
          "Punto de control de \(size) entradas: EL REGISTRO SE CORTÓ. Faltan al menos \(missing) entradas al final."))
    }
    if comparison.outcome != .same, let range = suspects(report) { lines.append("  " + range) }
    switch comparison.given.signature {
    case .own: break
    case .none:
      lines.append(
        "  "
          + say(
            "Its root was typed; nobody's signature was checked.", "Su raíz se tecleó; no se comprobó ninguna firma."))
    case .foreign:
      lines.append(
        "  "
          + say(
            "IT WAS NOT SIGNED BY THIS SERVER: it is of another log, or the name or keys of this one were replaced.",
            "NO LO FIRMÓ ESTE SERVIDOR: es de otro registro, o se reemplazaron el nombre o las claves de este."))
    }
    return lines
  }

  private func suspects(_ report: LogAuditReport) -> String? {
    report.suspects.map { range in
      say(
        "The first change is among entries \(range.lowerBound) to \(range.upperBound - 1), as far as checkpoints tell.",
        "El primer cambio está entre las entradas \(range.lowerBound) y \(range.upperBound - 1), según los puntos de control."
      )
    }
  }

  private func say(_ en: String, _ es: String) -> String { Phrase(en, es)[language] }
}
