import Foundation
import Vocabulary

/// Which column of a sheet holds what: proposed from its headers, corrected by the user.
public struct RosterMapping: Sendable, Hashable {
  public struct Column: Sendable, Hashable {
    /// 1-based.
    public let number: Int
    public let header: String
    public let field: RosterField
    /// Set by the user rather than proposed.
    public let isGiven: Bool
  }

  public let columns: [Column]

  /// The column of a field.
  public func column(_ field: RosterField) -> Column? { columns.first { $0.field == field } }

  /// - Parameters:
  ///   - headers: the first row.
  ///   - given: header and field, as the user says; a header is found whatever its case and accents.
  public init(headers: [String], given: [(header: String, field: RosterField)], numbered: [Int: RosterField] = [:])
    throws(SheetRefusal)
  {
    var faults: [SheetFault] = []
    let keys = headers.map(RosterMapping.key)
    var fields: [RosterField?] = Array(repeating: nil, count: headers.count)
    for (header, field) in given {
      guard let at = keys.firstIndex(of: RosterMapping.key(header)) else {
        let known = headers.filter { !$0.isEmpty }.joined(separator: ", ")
        faults.append(
          SheetFault(
            Phrase(
              "no column is called “\(header)”; there are: \(known)",
              "ninguna columna se llama «\(header)»; hay: \(known)")))
        continue
      }
      fields[at] = field
    }
    for (number, field) in numbered where headers.indices.contains(number - 1) { fields[number - 1] = field }
    let words = RosterMapping.words
    var columns: [Column] = []
    for (i, header) in headers.enumerated() {
      let proposed = fields[i] == nil ? words[keys[i]] : nil
      let isTaken = proposed.map { fields.contains($0) } ?? false
      columns.append(
        Column(
          number: i + 1, header: header, field: fields[i] ?? (isTaken ? nil : proposed) ?? .ignore,
          isGiven: fields[i] != nil))
    }
    self.columns = columns
    for (i, column) in columns.enumerated() {
      if !column.header.isEmpty, keys[..<i].contains(keys[i]) {
        faults.append(
          SheetFault(
            row: 1, column: column.number, header: column.header,
            Phrase(
              "two columns have this header: give one of them another name",
              "dos columnas tienen este encabezado: cambie el nombre de una")))
      }
      if column.field != .ignore, let other = columns[..<i].first(where: { $0.field == column.field }) {
        faults.append(
          SheetFault(
            row: 1, column: column.number, header: column.header,
            Phrase(
              "read as “\(column.field.title.en)” (\(column.field.rawValue)), like the column “\(other.header)”: say which one it is",
              "leída como «\(column.field.title.es)» (\(column.field.rawValue)), igual que la columna «\(other.header)»: diga cuál es"
            )))
      }
    }
    if column(.name) == nil, column(.lastName) == nil {
      faults.append(
        SheetFault(
          row: 1,
          Phrase(
            "no column with names was found: expected headers in the first row, one of them “Name” or “Last name”",
            "no se encontró una columna con nombres: se esperan encabezados en la primera fila, uno de ellos «Nombre completo» o «Apellido»"
          )))
    }
    if !faults.isEmpty { throw SheetRefusal(faults) }
  }

  /// What each header seems to mean, whether or not they go together.
  public static func proposal(_ headers: [String]) -> [Column] {
    headers.enumerated().map { index, header in
      Column(number: index + 1, header: header, field: words[key(header)] ?? .ignore, isGiven: false)
    }
  }

  /// Words at the head of columns, and what they mean.
  private static let words: [String: RosterField] = {
    var words: [String: RosterField] = [:]
    for field in RosterField.allCases {
      for header in field.headers + [field.rawValue, field.title.en, field.title.es] where field != .ignore {
        let key = key(header)
        if words[key] == nil { words[key] = field }
      }
    }
    return words
  }()

  /// A header without case, accents and signs: "Hep. B" and "hep b" are one.
  static func key(_ header: String) -> String {
    var key = ""
    for scalar in header.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        key.unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory != .nonspacingMark, !key.hasSuffix(" ") {
        key += scalar == "#" ? " number" : " "
      }
    }
    return key.split(separator: " ").joined(separator: " ")
  }
}
