import Vocabulary

/// Puts the three files of the export together to a list of programs, or says which rows do not fit.
struct DapipJoin {
  static let publisher = "U.S. Department of Education"
  static let title = "Database of Accredited Postsecondary Institutions and Programs (DAPIP)"
  /// The number of the Accrediting Bureau of Health Education Schools in the export, and its name.
  private static let abhes = (number: "23", name: "Accrediting Bureau of Health Education Schools")

  let sheets: DapipSheets

  /// The list; its vintage is the last day on which anything in the files happened.
  var directory: ProgramDirectory {
    let actions = Dictionary(grouping: sheets.actions, by: \.key)
    let programs = Dictionary(grouping: sheets.records, by: \.key).compactMap { key, records -> ListedProgram? in
      guard let first = records.first, let campus = sheets.campuses[key.place] else { return nil }
      let own = actions[key] ?? []
      return ListedProgram(
        id: "dapip-\(key.place)-\(key.agency)-\(key.program)", school: campus.name,
        parent: campus.parent == nil || campus.parentName == "-" ? nil : campus.parentName, address: campus.address,
        program: first.programName, by: key.agency == DapipJoin.abhes.number ? "abhes" : "other",
        accreditor: first.agencyName, accreditation: records.map { span($0, own) }.sorted(by: DapipJoin.order),
        actions: own.map { ListedAction(day: $0.day, kind: $0.kind) }.sorted(by: DapipJoin.order))
    }
    return ProgramDirectory(
      source: .init(publisher: DapipJoin.publisher, title: DapipJoin.title, vintage: sheets.lastDay), programs: programs
    )
  }

  private func span(_ record: DapipSheets.Record, _ actions: [DapipSheets.Action]) -> ListedAccreditation {
    let end: ListedAccreditation.End
    if let last = record.ends {
      // The day the body acted on it; a school that gives it up may name an earlier day.
      let named = actions.filter { $0.day == last }.compactMap(\.effective).min() ?? last
      let first = max(named, record.begins)
      end = first > sheets.lastDay ? .open : .ended(DayInterval(first, last))
    } else {
      end = record.isEnded ? .dayMissing : .open
    }
    return ListedAccreditation(
      begins: record.begins, isEstimated: record.isEstimated, end: end, review: record.isEnded ? nil : record.review)
  }

  private static func order(_ a: ListedAccreditation, _ b: ListedAccreditation) -> Bool {
    (a.begins, a.isEstimated ? 1 : 0, a.review ?? .distantPast) < (
      b.begins, b.isEstimated ? 1 : 0, b.review ?? .distantPast
    )
  }

  private static func order(_ a: ListedAction, _ b: ListedAction) -> Bool {
    (a.day, a.kind.rawValue) < (b.day, b.kind.rawValue)
  }

  /// Rows that do not fit together: what is left of files that were cut, or that belong to different exports.
  var faults: [(file: DapipFile, fault: SheetFault)] {
    var faults: [(DapipFile, SheetFault)] = []
    func add(_ file: DapipFile, _ row: Int, _ column: String, _ message: Phrase) {
      let place = file.layouts[0].firstIndex(of: column).map { $0 + 1 }
      faults.append((file, SheetFault(row: row, column: place, header: column, message)))
    }
    var seen: [String: Int] = [:]
    for record in sheets.records {
      if sheets.campuses[record.key.place] == nil {
        add(.records, record.row, "DapipId", missing(record.key.place, in: .campuses))
      }
      let name = "\(record.key) \(record.sequence)"
      if let other = seen[name] {
        add(
          .records, record.row, "SequentialId",
          Phrase("the same record stands in row \(other)", "el mismo registro está en la fila \(other)"))
      }
      seen[name] = record.row
      if (record.key.agency == DapipJoin.abhes.number) != (record.agencyName == DapipJoin.abhes.name) {
        add(
          .records, record.row, "AgencyName",
          Phrase(
            "the agency \(record.key.agency) is not called '\(record.agencyName)'",
            "el organismo \(record.key.agency) no se llama «\(record.agencyName)»"))
      }
    }
    let keys = Set(sheets.records.map(\.key))
    for action in sheets.actions where !keys.contains(action.key) {
      add(.actions, action.row, "DapipId", missing(action.key.place, in: .records))
    }
    let parents = Set(sheets.campuses.values.compactMap(\.parent))
    for (id, campus) in sheets.campuses.sorted(by: { $0.value.row < $1.value.row }) {
      if let parent = campus.parent, sheets.campuses[parent] == nil {
        add(.campuses, campus.row, "ParentDapipId", missing(parent, in: .campuses))
      }
      if sheets.isCut, !sheets.places.contains(id), !parents.contains(id) {
        add(.campuses, campus.row, "DapipId", missing(id, in: .records))
      }
    }
    return faults
  }

  private func missing(_ id: String, in file: DapipFile) -> Phrase {
    Phrase(
      "\(id) is not in \(file.rawValue): that file is cut, or of another export",
      "\(id) no está en \(file.rawValue): ese archivo está cortado o es de otra exportación")
  }
}
