import Vocabulary

/// A file of the export of the Database of Accredited Postsecondary Institutions and Programs (DAPIP).
public enum DapipFile: String, Sendable, Hashable, CaseIterable {
  /// The places.
  case campuses = "InstituteCampuses"
  /// What was accredited there, from when to when.
  case records = "AccreditationRecords"
  /// What the accreditors did about it.
  case actions = "AccreditationActions"

  /// The columns, in the order of the export. The places come with or without the columns about people, which are
  /// never read.
  var layouts: [[String]] {
    switch self {
    case .campuses:
      let place = [
        "DapipId", "OpeId", "IpedsUnitIds", "LocationName", "ParentName", "ParentDapipId", "LocationType", "Address",
      ]
      return [
        place + ["UpdateDate"],
        place + ["GeneralPhone", "AdminName", "AdminPhone", "AdminEmail", "Fax", "UpdateDate"],
      ]
    case .records:
      return [
        [
          "DapipId", "AgencyId", "AgencyName", "ProgramId", "ProgramName", "SequentialId", "InitialDateFlag",
          "AccreditationDate", "AccreditationStatus", "ReviewDate", "DepartmentDescription", "AccreditationEndDate",
          "EndingActionId",
        ]
      ]
    case .actions:
      return [
        [
          "DapipId", "AgencyId", "AgencyName", "ProgramId", "ProgramName", "SequentialId", "ActionDescription",
          "ActionDate", "JustificationDescription", "JustificationOther", "EndDate",
        ]
      ]
    }
  }

  /// What is wrong with the words at the head of the columns; nil: nothing.
  func fault(header: [String]) -> SheetFault? {
    if layouts.contains(header) { return nil }
    if let other = DapipFile.allCases.first(where: { $0 != self && $0.layouts.contains(header) }) {
      return SheetFault(
        row: 1, column: 1, header: header.first,
        Phrase(
          "expected \(rawValue), found \(other.rawValue): give the files in the order of the help",
          "se esperaba \(rawValue) y se encontró \(other.rawValue): dé los archivos en el orden de la ayuda"))
    }
    let wanted = layouts.first { $0.count == header.count } ?? layouts[0]
    let place = zip(wanted, header).enumerated().first { $1.0 != $1.1 }?.offset ?? min(wanted.count, header.count)
    let found = place < header.count ? header[place] : Phrase("nothing", "nada").en
    guard place < wanted.count else {
      return SheetFault(
        row: 1, column: place + 1, header: found,
        Phrase("no column is expected here, found '\(found)'", "aquí no se espera columna y se encontró «\(found)»"))
    }
    let isReordered = Set(wanted) == Set(header)
    return SheetFault(
      row: 1, column: place + 1, header: found,
      isReordered
        ? Phrase(
          "expected '\(wanted[place])', found '\(found)': the columns are in another order than in the export",
          "se esperaba «\(wanted[place])» y se encontró «\(found)»: las columnas están en otro orden que en la exportación"
        )
        : Phrase(
          "expected '\(wanted[place])', found '\(found)': this is no \(rawValue) of the export",
          "se esperaba «\(wanted[place])» y se encontró «\(found)»: esto no es \(rawValue) de la exportación"))
  }
}
