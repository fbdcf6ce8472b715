import Knowledge
import Rules
import Vocabulary

/// One person of a sheet.
struct RosterPerson {
  let row: Int
  let name: String
  /// `us-wa`; nil: the sheet does not say.
  let state: String?
  let days: DayInterval
  let evidence: Evidence
  let certificate: String?
  let license: String?
}

/// Reads a sheet: first all of it, to see whether it can be read at all; then row by row.
struct RosterReader {
  let mapping: RosterMapping
  let options: RosterOptions
  /// How each column of days is read.
  private(set) var orders: [RosterField: (order: DateOrder, proof: DateColumn.Sighting?)] = [:]
  /// Cells with letters that mean more than one thing, by what they were read as.
  private(set) var bareMarks: [String: Int] = [:]
  private(set) var rows = 0

  private let cells: RosterCells
  private let state: String?
  /// The columns of fields that are read.
  private let columns: [RosterField: RosterMapping.Column]
  /// What the sheet has no column for, or does not say, as records that are open.
  private let unsaid: [EvidenceRecord]

  /// Reads all of a sheet without answering.
  ///
  /// - Throws: `SheetRefusal` with every fault, or what the body throws.
  init(_ source: any SheetSource, _ base: KnowledgeBase, _ options: RosterOptions, progress: (Double) throws -> Void)
    throws
  {
    self.options = options
    let cells = RosterCells(base)
    self.cells = cells
    state = options.state.flatMap(cells.state)
    if let text = options.state, state == nil {
      throw SheetRefusal(
        row: nil,
        Phrase(
          "expected a state like TX or Texas, found “\(text)”",
          "se esperaba un estado como TX o Texas y se encontró «\(text)»"))
    }
    var headers: [String] = []
    try source.forEachRow { row in
      headers = row.cells
      return false
    }
    let mapping = try RosterMapping(headers: headers, given: options.columns, numbered: options.numbered)
    self.mapping = mapping
    columns = Dictionary(uniqueKeysWithValues: mapping.columns.filter { $0.field != .ignore }.map { ($0.field, $0) })
    unsaid = RosterReader.open(columns)
    try examine(source, progress)
  }

  // MARK: - The whole sheet

  private mutating func examine(_ source: any SheetSource, _ progress: (Double) throws -> Void) throws {
    var faults = SheetFaults()
    let dated = mapping.columns.filter { $0.field.holdsDays }
    var proofs = Array(repeating: DateColumn(), count: dated.count)
    var isHeader = true
    try source.forEachRow { row in
      if isHeader {
        isHeader = false
        return true
      }
      rows += 1
      if rows > options.rows {
        throw SheetRefusal(
          row: row.number, Phrase("more than \(options.rows) rows", "más de \(options.rows) filas"))
      }
      for (i, column) in dated.enumerated() {
        let text = RosterReader.dayPart(row.cells[column.number - 1], column.field)
        if RosterCells.isNone(text) || RosterCells.isUnknown(text) { continue }
        guard let written = WrittenDay(text) else {
          faults.add(row.number, column, RosterReader.noDay(text))
          continue
        }
        proofs[i].note(written, row: row.number, text: text)
      }
      checkWords(row, &faults)
      if rows % 1000 == 0 { try progress(row.progress / 2) }
      return true
    }
    if rows == 0 {
      throw SheetRefusal(row: 1, Phrase("there is no row below the header", "no hay filas debajo del encabezado"))
    }
    for (column, proof) in zip(dated, proofs) {
      let settled = proof.settle(options.dates, century: options.century)
      for (sighting, message) in settled.faults { faults.add(sighting.row, column, message) }
      if proof.count > 0 { orders[column.field] = (settled.order, proof.proof) }
    }
    if options.days == nil, columns[.start] == nil || columns[.end] == nil {
      faults.add(
        Phrase(
          "which days? Give the first and the last day, or columns with the first and last day of work",
          "¿qué días? Indique el primero y el último, o columnas con el primer y el último día de trabajo"))
    }
    if let refusal = faults.refusal { throw refusal }
    // With the orders known, days that do not exist come to light.
    try source.forEachRow { row in
      if row.number == 1 { return true }
      for column in dated {
        let text = RosterReader.dayPart(row.cells[column.number - 1], column.field)
        if RosterCells.isNone(text) || RosterCells.isUnknown(text) { continue }
        if day(text, column.field) == nil { faults.add(row.number, column, RosterReader.noDay(text)) }
      }
      _ = interval(row, &faults)
      return true
    }
    if let refusal = faults.refusal { throw refusal }
  }

  private mutating func checkWords(_ row: SheetRow, _ faults: inout SheetFaults) {
    if name(row).isEmpty {
      let column = columns[.name] ?? columns[.lastName]
      faults.add(row.number, column, Phrase("the name is missing", "falta el nombre"))
    }
    let state = state(row)
    if let column = columns[.state], let text = said(.state, row), state == nil {
      faults.add(
        row.number, column,
        Phrase(
          "expected a state like WA or Washington, found “\(text)”",
          "se esperaba un estado como WA o Washington y se encontró «\(text)»"))
    }
    if let column = columns[.certification], let text = said(.certification, row) {
      if let found = cells.certification(text) {
        if found.isBare { bareMarks[found.id, default: 0] += 1 }
      } else {
        faults.add(
          row.number, column,
          Phrase(
            "expected a certification, found “\(text)”; known here: \(cells.known)",
            "se esperaba una certificación y se encontró «\(text)»; aquí se conocen: \(cells.known)"))
      }
    }
    for field in [RosterField.adult, .exclusionClear, .backgroundClear] {
      if let column = columns[field], let text = said(field, row), RosterCells.flag(text) == nil {
        faults.add(
          row.number, column,
          Phrase("expected yes or no, found “\(text)”", "se esperaba sí o no y se encontró «\(text)»"))
      }
    }
  }

  static func noDay(_ text: String) -> Phrase {
    Phrase(
      "expected a day like 2026-11-22 or 11/22/2026, found “\(text.prefix(40))”",
      "se esperaba un día como 2026-11-22 u 11/22/2026 y se encontró «\(text.prefix(40))»")
  }

  // MARK: - Row by row

  /// Calls with each person in order. The sheet must be the one that was examined.
  func forEachPerson(_ source: any SheetSource, _ body: (RosterPerson, Double) throws -> Bool) throws {
    var isHeader = true
    try source.forEachRow { row in
      if isHeader {
        isHeader = false
        return true
      }
      return try body(person(row), 0.5 + row.progress / 2)
    }
  }

  private func person(_ row: SheetRow) -> RosterPerson {
    var ignored = SheetFaults()
    let state = state(row)
    var builder = RosterEvidence(asOf: options.asOf, unsaid: unsaid)
    for (field, column) in columns {
      let text = row.cells[column.number - 1]
      switch field.content {
      case .text, .state: break
      case .certification: builder.name(field, text) { cells.certification($0)?.id }
      case .license: builder.name(field, text) { cells.license($0, in: state) }
      case .flag: builder.flag(field, text)
      case .day, .healthDay:
        let part = RosterReader.dayPart(text, field)
        builder.day(
          field, text, RosterCells.isNone(part) ? nil : day(part, field), isUnknown: RosterCells.isUnknown(part))
      }
    }
    return RosterPerson(
      row: row.number, name: name(row), state: state, days: interval(row, &ignored),
      evidence: builder.evidence(columns),
      certificate: said(.certificateNumber, row), license: said(.licenseNumber, row))
  }

  /// The text of a cell, unless it says nothing.
  private func said(_ field: RosterField, _ row: SheetRow) -> String? {
    guard let column = columns[field] else { return nil }
    let text = row.cells[column.number - 1]
    return RosterCells.isNone(text) || RosterCells.isUnknown(text) ? nil : text
  }

  private func name(_ row: SheetRow) -> String {
    if let name = said(.name, row) { return name }
    return [said(.firstName, row), said(.lastName, row)].compactMap { $0 }.joined(separator: " ")
  }

  private func state(_ row: SheetRow) -> String? { said(.state, row).map { cells.state($0) } ?? state }

  private func interval(_ row: SheetRow, _ faults: inout SheetFaults) -> DayInterval {
    let first = said(.start, row).flatMap { day($0, .start) } ?? options.days?.first
    let last = said(.end, row).flatMap { day($0, .end) } ?? options.days?.last
    guard let first, let last else {
      faults.add(
        row.number, columns[first == nil ? .start : .end], Phrase("the day is missing", "falta el día"))
      return DayInterval(options.asOf)
    }
    if last < first {
      faults.add(
        row.number, columns[.end] ?? columns[.start],
        Phrase(
          "the last day \(last) lies before the first, \(first)",
          "el último día, \(last), es anterior al primero, \(first)"))
    }
    return DayInterval(first, last)
  }

  private func day(_ text: String, _ field: RosterField) -> CivilDate? {
    guard let day = WrittenDay(text)?.day(orders[field]?.order ?? .monthFirst, century: options.century),
      (1900...2199).contains(day.year)
    else { return nil }
    return day
  }

  /// Without the word that says a vaccine was declined.
  private static func dayPart(_ text: String, _ field: RosterField) -> String {
    guard field.content == .healthDay, let outcome = RosterEvidence.outcome(text) else { return text }
    return String(text.dropFirst(outcome.length)).trimmingPrefix { $0 == " " || $0 == ":" }.description
  }

  /// A record for each thing that the sheet has no column for, so that it is open rather than missing.
  private static func open(_ columns: [RosterField: RosterMapping.Column]) -> [EvidenceRecord] {
    func type(_ kind: EvidenceKind, _ type: String) -> EvidenceRecord {
      EvidenceRecord(id: "\(kind.rawValue)-\(type)", kind: kind, values: ["type": .word(type)])
    }
    var records: [EvidenceRecord] = []
    if columns[.blsExpires] == nil, columns[.blsIssued] == nil { records.append(type(.card, "bls")) }
    if columns[.cprExpires] == nil, columns[.cprIssued] == nil { records.append(type(.card, "cpr")) }
    let listed = Set(columns.keys.compactMap(\.healthType))
    for field in RosterField.allCases {
      if let name = field.healthType, !listed.contains(name) { records.append(type(.health, name)) }
    }
    if columns[.exclusionCheck] == nil { records.append(type(.screening, "exclusion")) }
    if columns[.backgroundCheck] == nil { records.append(type(.screening, "background")) }
    return records
  }
}

/// The faults of a sheet, as many as are worth showing.
struct SheetFaults {
  private var kept: [SheetFault] = []
  private var more = 0

  mutating func add(_ row: Int, _ column: RosterMapping.Column?, _ message: Phrase) {
    add(SheetFault(row: row, column: column?.number, header: column?.header, message))
  }

  mutating func add(_ message: Phrase) { add(SheetFault(message)) }

  private mutating func add(_ fault: SheetFault) {
    if kept.count < SheetRefusal.limit { kept.append(fault) } else { more += 1 }
  }

  var refusal: SheetRefusal? { kept.isEmpty ? nil : SheetRefusal(kept, more: more) }
}
