public import Knowledge
import Vocabulary

/// Reads a whole OEWS workbook and keeps the rows of one occupation; refuses it as a whole, with row and column, when
/// any row is not as published: cut short, in another order, changed by another program, or something else.
public struct WorkbookReader {
  /// The figures of one occupation by place: `us`, `us-wa`.
  public typealias Table = [String: [StatisticMeasure: Statistic.Value]]

  let name: WorkbookName
  /// `31-9092`.
  let occupation: String
  /// The states and territories that a workbook of the states has to have: `AL`.
  let states: Set<String>

  public init(_ name: WorkbookName, occupation: String, states: Set<String>) {
    self.name = name
    self.occupation = occupation
    self.states = states
  }

  /// - Throws: `SheetRefusal`.
  public func read(_ sheet: some SheetSource) throws -> Table {
    var header: WorkbookHeader?
    var check = WorkbookOrder(scope: name.scope)
    var table: Table = [:]
    try sheet.forEachRow { row in
      guard let columns = header else {
        header = try WorkbookHeader(row)
        return true
      }
      let read = try WorkbookRow(row, columns, name.scope)
      try check.take(read, columns)
      if read.code == occupation, read.group == "detailed" {
        table[place(read)] = figures(read)
      }
      return true
    }
    guard header != nil else { throw SheetRefusal(Phrase("the sheet is empty", "la hoja está vacía")) }
    try check.finish(states: states)
    guard !table.isEmpty else {
      throw SheetRefusal(
        Phrase(
          "no row for the occupation \(occupation): this is another sheet, or it is cut",
          "ninguna fila de la ocupación \(occupation): es otra hoja, o está cortada"))
    }
    return table
  }

  private func place(_ row: WorkbookRow) -> String {
    switch name.scope {
    case .national: "us"
    case .state: "us-" + row.state.lowercased()
    }
  }

  private func figures(_ row: WorkbookRow) -> [StatisticMeasure: Statistic.Value] {
    var found: [StatisticMeasure: Statistic.Value] = [:]
    for (column, measure) in WorkbookHeader.measures { found[measure] = row.figures[column]?.value }
    return found
  }
}

/// Whether the rows of a workbook follow each other as published, and none is missing at the end.
struct WorkbookOrder {
  let scope: WorkbookName.Scope
  private var last: WorkbookRow?
  private var areas: [Int: String] = [:]
  private var area = Sums()

  /// Jobs in hundredths, of the area that is being read.
  private struct Sums {
    var total: Int?
    var majors: [String: Int?] = [:]
    /// Jobs of the detailed occupations below the last major group.
    var detailed = 0
    var hasWithheld = false
  }

  init(scope: WorkbookName.Scope) { self.scope = scope }

  mutating func take(_ row: WorkbookRow, _ header: WorkbookHeader) throws(SheetRefusal) {
    func refuse(_ column: String, _ words: Phrase) -> SheetRefusal {
      SheetRefusal([SheetFault(row: row.number, column: header.index(column) + 1, header: column, words)])
    }
    if let last, last.area == row.area {
      if row.code < last.code || row.code == last.code && row.group == last.group {
        throw refuse(
          "OCC_CODE",
          Phrase(
            "\(row.code) comes after \(last.code): rows were moved or repeated",
            "\(row.code) va después de \(last.code): se movieron o repitieron filas"))
      }
    } else {
      try close()
      if let last, row.area <= last.area {
        throw refuse("AREA", Phrase("areas are out of order", "las áreas no están en orden"))
      }
      guard row.code == "00-0000" else {
        throw refuse(
          "OCC_CODE",
          Phrase(
            "expected 00-0000, all occupations, as the first row of an area, found \(row.code)",
            "se esperaba 00-0000, todas las ocupaciones, como primera fila de un área y se encontró \(row.code)"))
      }
      area = Sums()
      area.total = row.figures["TOT_EMP"]?.number
      areas[row.area] = row.state
    }
    let jobs = row.figures["TOT_EMP"]?.number
    switch row.group {
    case "major":
      area.majors[row.code] = jobs
      area.detailed = 0
      area.hasWithheld = false
    case "detailed":
      area.detailed += jobs ?? 0
      area.hasWithheld = area.hasWithheld || jobs == nil
    default: break
    }
    last = row
  }

  /// At the last row that was read, in the column of occupations.
  private func whole(_ words: Phrase) -> SheetRefusal {
    let column = WorkbookHeader.names.firstIndex(of: "OCC_CODE").map { $0 + 1 }
    return SheetRefusal([SheetFault(row: last?.number, column: column, header: "OCC_CODE", words)])
  }

  /// The area before has to be whole.
  private func close() throws(SheetRefusal) {
    guard let last else { return }
    let cut = Phrase(
      "the rows of the area end here with \(last.code): the sheet is cut",
      "las filas del área terminan aquí con \(last.code): la hoja está cortada")
    if !last.code.hasPrefix("53-") { throw whole(cut) }
    let majors = area.majors.values.compactMap(\.self)
    if scope == .national {
      guard area.majors.count == 22 else { throw whole(cut) }
      // Rounded to ten jobs in each of the groups.
      if let total = area.total, abs(total - majors.reduce(0, +)) > 22 * 1000 {
        throw SheetRefusal(
          Phrase(
            "the jobs of the major groups do not add up to all occupations: the sheet was changed or cut",
            "los empleos de los grupos mayores no suman todas las ocupaciones: la hoja se cambió o está cortada"))
      }
      if let transport = area.majors["53-0000"] ?? nil, !area.hasWithheld, abs(transport - area.detailed) > 50_000 {
        throw whole(cut)
      }
    }
  }

  func finish(states: Set<String>) throws(SheetRefusal) {
    guard last != nil else {
      throw SheetRefusal(Phrase("the sheet has no rows", "la hoja no tiene filas"))
    }
    try close()
    guard scope == .state else { return }
    let missing = states.subtracting(areas.values).sorted()
    if !missing.isEmpty {
      let names = missing.joined(separator: ", ")
      throw whole(
        Phrase(
          "the sheet ends here and lacks \(names): it is cut", "la hoja termina aquí y le falta \(names): está cortada")
      )
    }
  }
}
