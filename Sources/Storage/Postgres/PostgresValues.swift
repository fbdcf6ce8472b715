import CLibPQ

/// Types of PostgreSQL that values come and go as, by their number in its catalog.
enum PostgresType {
  static let bool: Oid = 16
  static let bytes: Oid = 17
  static let name: Oid = 19
  static let int8: Oid = 20
  static let int2: Oid = 21
  static let int4: Oid = 23
  static let text: Oid = 25
  static let oid: Oid = 26
  static let varchar: Oid = 1043
  static let void: Oid = 2278
}

/// The values of one statement in PostgreSQL's binary form, one behind the other.
struct PostgresParameters {
  private var buffer: [UInt8] = []
  /// Where each starts in `buffer`; nil for null.
  private var starts: [Int?] = []
  private var lengths: [Int32] = []

  /// - Parameter types: what the server expects, in order.
  init(_ values: [Value], types: [Oid]) throws {
    for (index, (value, type)) in zip(values, types).enumerated() {
      let start = buffer.count
      let isNull = try append(value, type, index)
      starts.append(isNull ? nil : start)
      lengths.append(Int32(buffer.count - start))
    }
    // So that there is an address for an empty value, which would count as null without one.
    buffer.append(0)
  }

  /// Calls a body with what `PQexecPrepared` takes.
  func withPointers<T>(
    _ body: (_ values: [UnsafePointer<CChar>?], _ lengths: [Int32], _ formats: [Int32]) throws -> T
  ) rethrows -> T {
    try buffer.withUnsafeBytes { bytes in
      let base = bytes.assumingMemoryBound(to: CChar.self).baseAddress
      let pointers = starts.map { start in start.flatMap { start in base.map { $0 + start } } }
      return try body(pointers, lengths, [Int32](repeating: 1, count: lengths.count))
    }
  }

  /// Appends a value, and says whether it is null.
  private mutating func append(_ value: Value, _ type: Oid, _ index: Int) throws -> Bool {
    switch (value, type) {
    case (.null, _): return true
    case (.integer(let number), PostgresType.int8): append(number)
    case (.integer(let number), PostgresType.int4): append(try fitting(number, index) as Int32)
    case (.integer(let number), PostgresType.int2): append(try fitting(number, index) as Int16)
    case (.text(let text), PostgresType.text), (.text(let text), PostgresType.varchar),
      (.text(let text), PostgresType.name):
      buffer.append(contentsOf: text.utf8)
    case (.bytes(let bytes), PostgresType.bytes): buffer.append(contentsOf: bytes)
    default:
      throw StorageError.wrongType(column: "$\(index + 1)", expected: "a value of type \(type)", found: value.kind)
    }
    return false
  }

  private mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.bigEndian) { buffer.append(contentsOf: $0) }
  }

  private func fitting<Number: FixedWidthInteger>(_ number: Int64, _ index: Int) throws -> Number {
    guard let fitting = Number(exactly: number) else { throw StorageError.constraint(.type, at: "$\(index + 1)") }
    return fitting
  }
}

/// Reads the rows of an answer in binary form.
struct PostgresAnswer {
  private let result: OpaquePointer
  private let columns: [String]
  private let types: [Oid]

  init(_ result: OpaquePointer) {
    self.result = result
    let indices = 0..<PQnfields(result)
    columns = indices.map { PQfname(result, $0).map { String(cString: $0) } ?? "" }
    types = indices.map { PQftype(result, $0) }
  }

  /// How many rows a statement inserted, updated or deleted.
  static func changes(_ result: OpaquePointer) -> Int {
    let status = String(cString: PQcmdStatus(result))
    guard ["INSERT", "UPDATE", "DELETE", "MERGE"].contains(where: status.hasPrefix) else { return 0 }
    return Int(String(cString: PQcmdTuples(result))) ?? 0
  }

  func rows() throws -> [Row] {
    try (0..<PQntuples(result)).map { row in
      Row(columns: columns, values: try columns.indices.map { try value(row, $0) })
    }
  }

  private func value(_ row: Int32, _ column: Int) throws -> Value {
    let index = Int32(column)
    guard PQgetisnull(result, row, index) == 0, let start = PQgetvalue(result, row, index) else { return .null }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, index)))
    switch types[column] {
    case PostgresType.int8: return .integer(number(bytes, Int64.self))
    case PostgresType.int4: return .integer(Int64(number(bytes, Int32.self)))
    case PostgresType.int2: return .integer(Int64(number(bytes, Int16.self)))
    case PostgresType.oid: return .integer(Int64(number(bytes, UInt32.self)))
    case PostgresType.bool: return .integer(bytes.first == 1 ? 1 : 0)
    case PostgresType.text, PostgresType.varchar, PostgresType.name:
      return .text(String(decoding: bytes, as: UTF8.self))
    case PostgresType.bytes: return .bytes([UInt8](bytes))
    case PostgresType.void: return .null
    default:
      // Sums of BIGINT are NUMERIC, for one.
      throw StorageError.wrongType(
        column: columns[column], expected: "BIGINT, TEXT or BYTEA: cast it", found: "type \(types[column])")
    }
  }

  private func number<Number: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer, _: Number.Type) -> Number {
    Number(bigEndian: bytes.loadUnaligned(as: Number.self))
  }
}
