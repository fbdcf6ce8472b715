public import Foundation
import Vocabulary

/// The first visible sheet of a workbook (.xlsx).
public struct XLSXSheet: SheetSource {
  /// The largest file that is opened.
  static let largest = 64 << 20
  /// The most texts that cells share.
  static let texts = 2_000_000

  private let sheet: [UInt8]
  private let shared: [String]
  private let styles: WorkbookStyles
  /// The day of number 0.
  private let isFrom1904: Bool

  /// Whether a file looks like a workbook rather than text.
  public static func looksLike(_ data: Data) -> Bool { data.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// - Throws: `SheetRefusal` for what is no workbook, or too large.
  public init(_ data: Data) throws(SheetRefusal) {
    guard data.count <= XLSXSheet.largest else {
      throw SheetRefusal(Phrase("the workbook is too large", "el libro es demasiado grande"))
    }
    do {
      let archive = Archive(data)
      let book = "xl/workbook.xml"
      let links = "xl/_rels/workbook.xml.rels"
      let head = try archive.read([book, links, "xl/sharedStrings.xml", "xl/styles.xml"])
      guard let bookPart = head[book], let linkPart = head[links] else { throw SheetRefusal(Archive.unreadable) }
      let (id, is1904) = try XLSXSheet.firstSheet(bookPart)
      guard let id, let target = try XLSXSheet.target(of: id, linkPart) else { throw SheetRefusal(Archive.unreadable) }
      let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      guard let part = try archive.read([path])[path] else { throw SheetRefusal(Archive.unreadable) }
      sheet = part
      shared = try head["xl/sharedStrings.xml"].map(XLSXSheet.sharedTexts) ?? []
      styles = try head["xl/styles.xml"].map { try WorkbookStyles($0) } ?? WorkbookStyles()
      isFrom1904 = is1904
    } catch let refusal as SheetRefusal {
      throw refusal
    } catch {
      throw SheetRefusal(Archive.unreadable)
    }
  }

  private static func firstSheet(_ part: [UInt8]) throws -> (id: String?, is1904: Bool) {
    var scanner = try MarkupScanner(part)
    var id: String?
    var is1904 = false
    while let event = try scanner.next() {
      if case .start("workbookPr", let attributes) = event {
        is1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
      }
      if case .start("sheet", let attributes) = event, id == nil, attributes["state"] ?? "visible" == "visible" {
        id = attributes["id"]
      }
    }
    return (id, is1904)
  }

  private static func target(of id: String, _ part: [UInt8]) throws -> String? {
    var scanner = try MarkupScanner(part)
    var target: String?
    while let event = try scanner.next() {
      if case .start("Relationship", let attributes) = event, attributes["Id"] == id,
        attributes["TargetMode"] != "External"
      {
        target = attributes["Target"]
      }
    }
    return target
  }

  private static func sharedTexts(_ part: [UInt8]) throws -> [String] {
    var scanner = try MarkupScanner(part)
    var texts: [String] = []
    var reading = TextReader()
    while let event = try scanner.next() {
      if case .end("si") = event {
        texts.append(reading.take())
        if texts.count > XLSXSheet.texts { throw MarkupScanner.Malformed() }
      } else {
        reading.read(event)
      }
    }
    return texts
  }

  // MARK: - Rows

  public func forEachRow(_ body: (SheetRow) throws -> Bool) throws {
    do {
      try rows(body)
    } catch is MarkupScanner.Malformed {
      throw SheetRefusal(Archive.unreadable)
    }
  }

  private func rows(_ body: (SheetRow) throws -> Bool) throws {
    var scanner = try MarkupScanner(sheet)
    var number = 0
    var cells: [String] = []
    var width: Int?
    var cell = Cell()
    var isInCell = false
    var done = 0
    while let event = try scanner.next() {
      switch event {
      case .start("row", let attributes):
        number = attributes["r"].flatMap { Int($0) } ?? number + 1
        cells = []
      case .start("c", let attributes):
        cell = Cell(attributes, after: cells.count)
        isInCell = true
      case .end("c"):
        isInCell = false
        guard cell.column >= 1, cell.column <= CSVSheet.columns else {
          if try text(cell, row: number).isEmpty { break }
          throw SheetRefusal(
            row: number, column: max(cell.column, 1),
            Phrase("more than \(CSVSheet.columns) columns", "más de \(CSVSheet.columns) columnas"))
        }
        while cells.count < cell.column { cells.append("") }
        cells[cell.column - 1] = try text(cell, row: number)
      case .end("row"):
        while let last = cells.last, last.isEmpty, cells.count > width ?? 0 { cells.removeLast() }
        if cells.isEmpty || cells.allSatisfy(\.isEmpty) { break }
        if let width, cells.count > width {
          throw SheetRefusal(
            row: number, column: cells.count,
            Phrase(
              "a cell stands outside the \(width) columns of the header",
              "hay una celda fuera de las \(width) columnas del encabezado"))
        }
        width = width ?? cells.count
        while cells.count < width ?? 0 { cells.append("") }
        done += 1
        guard try body(SheetRow(number: number, cells: cells, progress: scanner.progress)) else { return }
      case .start, .end, .text: if isInCell { cell.read(event) }
      }
    }
    if done == 0 { throw SheetRefusal(Phrase("the first sheet is empty", "la primera hoja está vacía")) }
  }

  /// What a cell says, as a person would type it.
  private func text(_ cell: Cell, row: Int) throws -> String {
    let value = cell.value
    switch cell.type {
    case "s":
      guard let index = Int(value), shared.indices.contains(index) else { throw MarkupScanner.Malformed() }
      return XLSXSheet.trimmed(shared[index])
    case "b": return value == "1" ? "yes" : value == "0" ? "no" : value
    case "inlineStr", "str", "e", "d": return XLSXSheet.trimmed(value)
    default:
      guard !value.isEmpty else { return "" }
      guard let style = cell.style, styles.isDay.indices.contains(style), styles.isDay[style] else {
        return value.hasSuffix(".0") ? String(value.dropLast(2)) : value
      }
      guard let number = Double(value), let day = day(number) else {
        throw SheetRefusal(
          row: row, column: cell.column,
          Phrase("expected a day, found the number \(value)", "se esperaba un día y se encontró el número \(value)"))
      }
      return day.description
    }
  }

  /// The day of a number: workbooks count days, and one of their two calendars has a February 29, 1900.
  private func day(_ number: Double) -> CivilDate? {
    guard number >= 1, number < 3_000_000, let zero = CivilDate("1899-12-30"), let other = CivilDate("1904-01-01")
    else {
      return nil
    }
    let days = Int(number)
    if isFrom1904 { return other.adding(days: days) }
    return days == 60 ? nil : zero.adding(days: days < 60 ? days + 1 : days)
  }

  private static func trimmed(_ text: String) -> String {
    guard text.utf8.count <= CSVSheet.cell else { return String(text.prefix(CSVSheet.cell)) }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

/// Texts inside `<t>`, without the readings that East Asian workbooks add.
private struct TextReader {
  private var text = ""
  private var isInText = false
  private var isPhonetic = false

  mutating func read(_ event: MarkupScanner.Event) {
    switch event {
    case .start("t", _): isInText = !isPhonetic
    case .end("t"): isInText = false
    case .start("rPh", _): isPhonetic = true
    case .end("rPh"): isPhonetic = false
    case .text(let more): if isInText { text += more }
    case .start, .end: break
    }
  }

  mutating func take() -> String {
    defer { text = "" }
    return text
  }
}

/// One cell while it is read.
private struct Cell {
  /// 1-based.
  var column = 0
  var type = "n"
  var style: Int?
  private var number = ""
  private var isInValue = false
  private var inline = TextReader()

  init() {}

  init(_ attributes: [String: String], after count: Int) {
    column = attributes["r"].flatMap(Cell.column) ?? count + 1
    type = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int($0) }
  }

  var value: String {
    var inline = inline
    return type == "inlineStr" ? inline.take() : number
  }

  mutating func read(_ event: MarkupScanner.Event) {
    switch event {
    case .start("v", _): isInValue = true
    case .end("v"): isInValue = false
    case .text(let text) where isInValue: number += text
    case .start, .end, .text: inline.read(event)
    }
  }

  /// 28 of `AB12`.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      guard (65...90).contains(byte) else { break }
      column = column * 26 + Int(byte - 64)
      if column > 20_000 { return column }
    }
    return column > 0 ? column : nil
  }
}
