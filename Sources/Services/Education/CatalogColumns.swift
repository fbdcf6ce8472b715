import Rules
import Vocabulary

/// Which column of a catalog holds what.
struct CatalogColumns {
  enum Name: String, CaseIterable {
    case id, title, provider, date, hours, price, units, category, series
    case approvedBy = "approved by"
    case approvedUntil = "approved until"

    /// Whether a catalog has to have it.
    var isNeeded: Bool {
      switch self {
      case .id, .title, .provider, .date, .hours, .price, .units, .category, .approvedBy: true
      case .series, .approvedUntil: false
      }
    }
  }

  /// 0-based.
  private(set) var places: [Name: Int] = [:]
  /// `units ncct`: the count of one body.
  private(set) var own: [(body: String, place: Int)] = []
  let headers: [String]

  init(_ headers: [String], _ bodies: [String], _ faults: inout CatalogFaults) {
    self.headers = headers
    for (i, header) in headers.enumerated() {
      let words = header.lowercased().replacing("_", with: " ")
      if let name = Name(rawValue: words) {
        if places.updateValue(i, forKey: name) != nil {
          faults.add(
            SheetFault(row: 1, column: i + 1, header: header, Phrase("a second column of it", "una segunda columna")))
        }
      } else if words.hasPrefix("units "), bodies.contains(String(words.dropFirst(6))) {
        own.append((String(words.dropFirst(6)), i))
      } else {
        let known = Name.allCases.map(\.rawValue) + bodies.map { "units " + $0 }
        faults.add(
          SheetFault(
            row: 1, column: i + 1, header: header,
            Phrase(
              "an unknown column; known are: \(known.joined(separator: ", "))",
              "una columna desconocida; se conocen: \(known.joined(separator: ", "))")))
      }
    }
    for name in Name.allCases where name.isNeeded && places[name] == nil {
      faults.add(
        SheetFault(row: 1, Phrase("the column '\(name.rawValue)' is missing", "falta la columna '\(name.rawValue)'")))
    }
  }
}

/// The cells of one row of a catalog, read with their faults.
struct CatalogCells {
  let row: SheetRow
  let columns: CatalogColumns
  var faults: CatalogFaults

  private func cell(_ name: CatalogColumns.Name) -> String { columns.places[name].map { row.cells[$0] } ?? "" }

  func isSaid(_ name: CatalogColumns.Name) -> Bool { !cell(name).isEmpty }

  mutating func fault(_ name: CatalogColumns.Name, _ message: Phrase) {
    fault(at: columns.places[name] ?? 0, message)
  }

  private mutating func fault(at place: Int, _ message: Phrase) {
    faults.add(SheetFault(row: row.number, column: place + 1, header: columns.headers[place], message))
  }

  private mutating func expected(_ what: Phrase, at place: Int) {
    let found = row.cells[place].prefix(40)
    fault(
      at: place,
      Phrase("expected \(what.en), found '\(found)'", "se esperaba \(what.es) y se encontró '\(found)'"))
  }

  mutating func text(_ name: CatalogColumns.Name) -> String? {
    let text = cell(name)
    if text.isEmpty {
      fault(name, Phrase("the cell is empty", "la celda está vacía"))
      return nil
    }
    return text
  }

  /// Whether the course can be taken on any day.
  var isOnDemand: Bool { cell(.date).lowercased() == "on demand" }

  mutating func day(_ name: CatalogColumns.Name) -> CivilDate? {
    if let day = CivilDate(cell(name)), (1990...2199).contains(day.year) { return day }
    let day = Phrase("a day like 2027-03-14", "un día como 2027-03-14")
    expected(
      name == .date ? Phrase(day.en + " or 'on demand'", day.es + " u 'on demand'") : day,
      at: columns.places[name] ?? 0)
    return nil
  }

  mutating func amount(_ name: CatalogColumns.Name, most: Quantity) -> Quantity? {
    amount(at: columns.places[name] ?? 0, most: most)
  }

  private mutating func amount(at place: Int, most: Quantity) -> Quantity? {
    if let amount = Quantity(row.cells[place]), amount <= most { return amount }
    expected(Phrase("a number from 0 to \(most), like 1.5", "un número de 0 a \(most), como 1.5"), at: place)
    return nil
  }

  mutating func money(_ name: CatalogColumns.Name, most: Money) -> Money? {
    let text = cell(name)
    let plain = text.hasPrefix("$") ? String(text.dropFirst()) : text
    if let money = Money(plain + " USD"), money <= most { return money }
    expected(
      Phrase(
        "a price in dollars from 0 to \(most), like 35 or 35.50", "un precio en dólares de 0 a \(most), como 35 o 35.50"
      ),
      at: columns.places[name] ?? 0)
    return nil
  }

  /// Words with strokes between them; an empty cell: none, which says nothing.
  mutating func words(_ name: CatalogColumns.Name, known: [String]) -> [String]? {
    let text = cell(name)
    if text.isEmpty { return [] }
    var words: [String] = []
    for part in text.split(separator: "|", omittingEmptySubsequences: false) {
      let word = part.trimmingPrefix(while: { $0 == " " }).lowercased().split(separator: " ").joined(separator: " ")
      if !known.contains(word) {
        expected(
          Phrase(
            "one or several of \(known.joined(separator: ", "))", "uno o varios de \(known.joined(separator: ", "))"),
          at: columns.places[name] ?? 0)
        return nil
      }
      if !words.contains(word) { words.append(word) }
    }
    return words
  }

  mutating func unitsByBody(most: Quantity) -> [String: Quantity] {
    var result: [String: Quantity] = [:]
    for (body, place) in columns.own where !row.cells[place].isEmpty {
      result[body] = amount(at: place, most: most)
    }
    return result
  }
}
