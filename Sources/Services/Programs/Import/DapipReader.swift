import Foundation
import Vocabulary

/// Reads the files of the export, row by row, and says everything that is wrong with a file at once.
struct DapipReader {
  let today: CivilDate
  private(set) var sheets = DapipSheets()

  init(today: CivilDate) { self.today = today }

  /// - Throws: `SheetRefusal` with every fault of the file.
  mutating func read(_ file: DapipFile, _ data: Data) throws(SheetRefusal) {
    var header: [String]?
    var faults: [SheetFault] = []
    var count = 0
    do {
      try CSVSheet(data).forEachRow { row in
        sheets.lastRow[file] = row.number
        guard let known = header else {
          if let fault = file.fault(header: row.cells) { throw SheetRefusal([fault]) }
          header = row.cells
          return true
        }
        count += 1
        var own = DapipRow(row, header: known)
        switch file {
        case .campuses: campus(&own)
        case .records: record(&own)
        case .actions: action(&own)
        }
        faults += own.faults
        return faults.count < SheetRefusal.limit
      }
    } catch let refusal as SheetRefusal {
      throw SheetRefusal(faults + refusal.faults)
    } catch {
      throw SheetRefusal(Phrase("the file cannot be read", "no se puede leer el archivo"))
    }
    if count == 0 {
      throw SheetRefusal(
        row: 1,
        Phrase("no rows below the header: the file is cut", "no hay filas bajo el encabezado: el archivo está cortado"))
    }
    if data.last != 10, faults.isEmpty {
      throw SheetRefusal(
        row: sheets.lastRow[file],
        Phrase("the last line is not ended: the file is cut", "la última línea no termina: el archivo está cortado"))
    }
    if !faults.isEmpty { throw SheetRefusal(faults) }
  }

  private mutating func campus(_ row: inout DapipRow) {
    let id = row.id("DapipId")
    let parent = row["ParentDapipId"] == "-" ? nil : row.id("ParentDapipId")
    let campus = DapipSheets.Campus(
      row: row.number, name: row.text("LocationName"), parentName: row.text("ParentName"), parent: parent,
      address: row.text("Address"))
    // Places that were never updated have a day in 1900.
    sheets.happened(row.day("UpdateDate", through: today), by: today)
    if let other = sheets.campuses[id] {
      row.fault(
        "DapipId",
        Phrase("the place \(id) stands in row \(other.row) already", "el lugar \(id) ya está en la fila \(other.row)"))
    }
    sheets.campuses[id] = campus
  }

  private mutating func record(_ row: inout DapipRow) {
    let key = key(&row)
    let sequence = row.id("SequentialId")
    let flag = row.word("InitialDateFlag", ["Actual", "Estimated"])
    let begins = row.day("AccreditationDate", through: today)
    let ends = row.day("AccreditationEndDate")
    let review = row.day("ReviewDate")
    let (agency, program) = (row.text("AgencyName"), row.text("ProgramName"))
    sheets.places.insert(key.place)
    guard DapipSheets.isMedicalAssisting(program) else {
      sheets.isCut = false
      sheets.happened(begins, by: today)
      sheets.happened(ends, by: today)
      return
    }
    let status = row.word("AccreditationStatus", ["Accredited", "Preaccredited"])
    guard let begins else {
      if row["AccreditationDate"].isEmpty {
        row.fault("AccreditationDate", Phrase("expected a day, found nothing", "falta la fecha"))
      }
      return
    }
    if let ends, ends < begins {
      row.fault(
        "AccreditationEndDate",
        Phrase(
          "the end \(ends) lies before the beginning \(begins)", "el fin \(ends) es anterior al principio \(begins)"))
    }
    sheets.happened(begins, by: today)
    sheets.happened(ends, by: today)
    // A preaccredited program is not an accredited one.
    guard status == "Accredited" else { return }
    sheets.records.append(
      .init(
        row: row.number, key: key, sequence: sequence, agencyName: agency, programName: program,
        isEstimated: flag == "Estimated", begins: begins, review: review, ends: ends,
        isEnded: ends != nil || !row["EndingActionId"].isEmpty))
  }

  private mutating func action(_ row: inout DapipRow) {
    let key = key(&row)
    let day = row.day("ActionDate", through: today)
    let what = row.text("ActionDescription")
    sheets.happened(day, by: today)
    guard DapipSheets.isMedicalAssisting(row.text("ProgramName")) else { return }
    guard let day else {
      if row["ActionDate"].isEmpty {
        row.fault("ActionDate", Phrase("expected a day, found nothing", "falta la fecha"))
      }
      return
    }
    let kind = ListedAction.Kind(
      what, because: row.text("JustificationDescription", orEmpty: true), row["JustificationOther"])
    let effective = CivilDate(effectiveIn: row["JustificationOther"]).flatMap { $0 <= day ? $0 : nil }
    sheets.actions.append(.init(row: row.number, key: key, day: day, kind: kind, effective: effective))
  }

  private func key(_ row: inout DapipRow) -> DapipKey {
    DapipKey(place: row.id("DapipId"), agency: row.id("AgencyId"), program: row.id("ProgramId"))
  }
}

extension ListedAction.Kind {
  /// From the words of the export.
  init(_ action: String, because reason: String, _ note: String) {
    let note = note.lowercased()
    if action.hasPrefix("Renewal of Accreditation") {
      self = reason.hasPrefix("Is in compliance") ? .renewed : note.contains("deferred") ? .deferred : .other
    } else if action.hasPrefix("Program Merged Into Institutional Accreditation") {
      self = .merged
    } else if action.hasPrefix("Probation") {
      self = .probation
    } else if action.hasPrefix("Loss of Accreditation") {
      self = action.hasSuffix("Voluntary Withdrawal") ? .withdrawn : action.hasSuffix("Denial") ? .denied : .lost
    } else {
      self = .other
    }
  }
}
