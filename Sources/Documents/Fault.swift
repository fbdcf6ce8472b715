/// A place in a file; prints `file:line:column`.
public struct Place: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The file, as the reader was given it.
  public let file: String
  /// 1-based.
  public let line: Int
  /// 1-based, in Unicode scalars.
  public let column: Int

  /// A place in a file.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  public var description: String { "\(file):\(line):\(column)" }

  public static func < (one: Place, other: Place) -> Bool {
    (one.file, one.line, one.column) < (other.file, other.line, other.column)
  }
}

/// One thing wrong in a file; prints `file:line:column: message`.
public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where.
  public let place: Place
  /// What was expected, what was found, what to do.
  public let message: String

  /// A fault at a place.
  public init(_ message: String, at place: Place) {
    self.place = place
    self.message = message
  }

  public var description: String { "\(place): \(message)" }
}

/// Everything wrong in one or more files, sorted by place; prints one line for each fault.
public struct Faults: Error, Sendable, Equatable, CustomStringConvertible {
  /// The faults, sorted by place and without repetition.
  public let all: [Fault]

  /// Sorts the faults; two that say the same of the same place become one.
  public init(_ faults: some Sequence<Fault>) {
    all = Set(faults).sorted { ($0.place, $0.message) < ($1.place, $1.message) }
  }

  public var description: String { all.map(\.description).joined(separator: "\n") }
}
