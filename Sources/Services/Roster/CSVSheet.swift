public import Foundation
import Vocabulary

/// A sheet as text with commas (RFC 4180), UTF-8. Rows are read one after another: memory does not grow with the file.
public struct CSVSheet: SheetSource {
  /// The most columns that are read.
  static let columns = 150
  /// The most bytes of one cell.
  static let cell = 4096

  private let data: Data

  /// - Throws: `SheetRefusal` for what is visibly something else.
  public init(_ data: Data) throws(SheetRefusal) {
    self.data = data
    if let other = CSVSheet.otherFormat(data) { throw SheetRefusal(other) }
  }

  /// What a file is that is no text in UTF-8.
  private static func otherFormat(_ data: Data) -> Phrase? {
    let head = Array(data.prefix(8))
    func begins(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
    if data.isEmpty { return Phrase("the file is empty", "el archivo está vacío") }
    if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) {
      return Phrase(
        "expected text in UTF-8, found UTF-16: save the sheet as “CSV UTF-8”",
        "se esperaba texto en UTF-8 y se encontró UTF-16: guarde la hoja como «CSV UTF-8»")
    }
    if begins([0x50, 0x4B]) {
      return Phrase(
        "this is a zip archive or a workbook, not CSV: give it the ending .xlsx if it is a workbook",
        "esto es un archivo zip o un libro, no CSV: si es un libro, póngale la terminación .xlsx")
    }
    if begins([0xD0, 0xCF, 0x11, 0xE0]) {
      return Phrase(
        "this is an old workbook (.xls): save it as .xlsx or as CSV",
        "esto es un libro antiguo (.xls): guárdelo como .xlsx o como CSV")
    }
    if begins(Array("%PDF".utf8)) { return Phrase("this is a PDF, not a sheet", "esto es un PDF, no una hoja") }
    return nil
  }

  public func forEachRow(_ body: (SheetRow) throws -> Bool) throws {
    try data.withUnsafeBytes { raw in
      var scanner = CSVScanner(raw.bindMemory(to: UInt8.self))
      var width: Int?
      while let (cells, row) = try scanner.next() {
        if cells.allSatisfy(\.isEmpty) { continue }
        if let width, cells.count != width {
          throw SheetRefusal(
            row: row, column: min(cells.count, width),
            Phrase(
              "expected \(width) columns as in the header, found \(cells.count): the row is cut, or has a comma without quotes",
              "se esperaban \(width) columnas como en el encabezado y hay \(cells.count): la fila está cortada o tiene una coma sin comillas"
            ))
        }
        width = cells.count
        let read = SheetRow(number: row, cells: cells, progress: Double(scanner.position) / Double(max(raw.count, 1)))
        guard try body(read) else { return }
      }
    }
  }
}

/// Takes rows from bytes, one after another.
private struct CSVScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0
  private var row = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let back = UInt8(ascii: "\r")

  /// The next row with its number; nil at the end.
  mutating func next() throws -> (cells: [String], row: Int)? {
    guard position < bytes.count else { return nil }
    row += 1
    var cells: [String] = []
    while true {
      let column = cells.count + 1
      if column > CSVSheet.columns {
        throw SheetRefusal(
          row: row, column: column,
          Phrase("more than \(CSVSheet.columns) columns", "más de \(CSVSheet.columns) columnas"))
      }
      let text = position < bytes.count && bytes[position] == CSVScanner.quote ? try quoted(column) : try plain(column)
      cells.append(text)
      guard position < bytes.count else { return (cells, row) }
      let end = bytes[position]
      position += 1
      if end == CSVScanner.comma { continue }
      if end == CSVScanner.back {
        guard position < bytes.count, bytes[position] == CSVScanner.newline else {
          throw SheetRefusal(
            row: row, column: column,
            Phrase("a line ends in a way that CSV does not know", "una línea termina de un modo que CSV no conoce"))
        }
        position += 1
      }
      return (cells, row)
    }
  }

  /// Up to the next comma or end of line.
  private mutating func plain(_ column: Int) throws -> String {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == CSVScanner.comma || byte == CSVScanner.newline || byte == CSVScanner.back { break }
      if byte == CSVScanner.quote {
        throw SheetRefusal(
          row: row, column: column,
          Phrase(
            "a quotation mark inside a cell that does not begin with one: put the cell in quotation marks and double it",
            "una comilla dentro de una celda que no empieza con comilla: ponga la celda entre comillas y duplíquela"))
      }
      position += 1
    }
    return try text(UnsafeBufferPointer(rebasing: bytes[start..<position]), column)
  }

  /// A cell in quotation marks; two of them stand for one.
  private mutating func quoted(_ column: Int) throws -> String {
    let opened = row
    position += 1
    var found: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == CSVScanner.quote {
        if position < bytes.count, bytes[position] == CSVScanner.quote {
          position += 1
        } else {
          if position < bytes.count, ![CSVScanner.comma, CSVScanner.newline, CSVScanner.back].contains(bytes[position])
          {
            throw SheetRefusal(
              row: opened, column: column,
              Phrase("text after a closing quotation mark", "texto después de una comilla de cierre"))
          }
          return try found.withUnsafeBufferPointer { try text($0, column) }
        }
      }
      found.append(byte)
      if found.count > CSVSheet.cell { break }
    }
    throw SheetRefusal(
      row: opened, column: column,
      Phrase(
        "a quotation mark opens here and does not close: the file is cut, or a mark is missing",
        "aquí se abre una comilla que no se cierra: el archivo está cortado o falta una comilla"))
  }

  private func text(_ cell: UnsafeBufferPointer<UInt8>, _ column: Int) throws -> String {
    if cell.count > CSVSheet.cell {
      throw SheetRefusal(row: row, column: column, Phrase("the cell is too long", "la celda es demasiado larga"))
    }
    var slice = cell[...]
    while let first = slice.first, first == 32 || first == 9 { slice = slice.dropFirst() }
    while let last = slice.last, last == 32 || last == 9 { slice = slice.dropLast() }
    if slice.isEmpty { return "" }
    guard let text = String(validating: slice, as: UTF8.self), !slice.contains(0) else {
      throw SheetRefusal(
        row: row, column: column,
        Phrase(
          "expected text in UTF-8, found other bytes: save the sheet as “CSV UTF-8”",
          "se esperaba texto en UTF-8 y se encontraron otros bytes: guarde la hoja como «CSV UTF-8»"))
    }
    return text
  }
}
