public import Vocabulary

/// One row of a sheet.
public struct SheetRow: Sendable {
  /// 1-based, as a spreadsheet counts: the header is row 1.
  public let number: Int
  /// One text a column, without spaces around it; days of a workbook are written 2026-11-22.
  public let cells: [String]
  /// How much of the file has been read, 0...1.
  public let progress: Double
}

/// A sheet that can be read from the beginning as often as needed.
public protocol SheetSource: Sendable {
  /// Calls with each row in order, the header first, rows without any text left out; stops when the body says false.
  ///
  /// - Throws: `SheetRefusal` where the file is not what it seems.
  func forEachRow(_ body: (SheetRow) throws -> Bool) throws
}

/// What is wrong with one cell of a sheet, or with the sheet.
public struct SheetFault: Sendable, Hashable {
  /// 1-based; nil: the whole sheet.
  public let row: Int?
  /// 1-based; nil: the whole row.
  public let column: Int?
  /// The words at the head of the column.
  public let header: String?
  public let message: Phrase

  public init(row: Int? = nil, column: Int? = nil, header: String? = nil, _ message: Phrase) {
    self.row = row
    self.column = column
    self.header = header
    self.message = message
  }

  /// "row 12, column C (BLS expires)".
  public func place(_ language: Language) -> String {
    var parts: [String] = []
    if let row { parts.append(Phrase("row \(row)", "fila \(row)")[language]) }
    if let column {
      let letter = SheetFault.letters(column)
      parts.append(Phrase("column \(letter)", "columna \(letter)")[language] + (header.map { " (\($0))" } ?? ""))
    }
    return parts.joined(separator: ", ")
  }

  public func text(_ language: Language) -> String {
    let place = place(language)
    return place.isEmpty ? message[language] : place + ": " + message[language]
  }

  /// A, B, …, Z, AA: the name of a column.
  static func letters(_ column: Int) -> String {
    var rest = column
    var text = ""
    while rest > 0 {
      text = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + text
      rest = (rest - 1) / 26
    }
    return text
  }
}

/// A sheet that is refused whole: nothing was answered.
public struct SheetRefusal: Error, Sendable {
  /// How many faults are kept.
  public static let limit = 50

  public let faults: [SheetFault]
  /// How many more there are.
  public let more: Int

  public init(_ faults: [SheetFault], more: Int = 0) {
    self.faults = faults
    self.more = more
  }

  public init(row: Int? = nil, column: Int? = nil, _ message: Phrase) {
    self.init([SheetFault(row: row, column: column, message)])
  }

  /// One line a fault.
  public func lines(_ language: Language) -> [String] {
    faults.map { $0.text(language) }
      + (more > 0 ? [Phrase("and \(more) more", "y \(more) más")[language]] : [])
  }
}
