import Vocabulary

/// The list of programs as text: our own table, one program a line, cells with tabs between.
///
/// ```
/// # Fobwatch programs 1
/// # publisher<tab>U.S. Department of Education
/// # title<tab>Database of …
/// # vintage<tab>2020-10-05
/// # programs<tab>280
/// id<tab>school<tab>part of<tab>address<tab>program<tab>by<tab>accreditor<tab>accreditation<tab>actions
/// ```
///
/// `accreditation` is a list with `; ` between: `2010-12-01..2013-06-28`; `~` before a beginning that the list calls an
/// estimate; nothing after the dots: no end recorded; `?`: an end without a day; `2018-10-03/2018-10-15`: ended on one of
/// these days; ` review 2026-02-28`: the next review. `actions` is a list of `2017-08-15 renewed`.
public enum ProgramTable {
  static let mark = "# Fobwatch programs 1"
  static let columns = [
    "id", "school", "part of", "address", "program", "by", "accreditor", "accreditation", "actions",
  ]

  /// The text of a list: the same list gives the same bytes.
  public static func text(_ directory: ProgramDirectory) -> String {
    let source = directory.source
    let head = [
      mark, "# publisher\t\(source.publisher)", "# title\t\(source.title)", "# vintage\t\(source.vintage)",
      "# programs\t\(directory.programs.count)", columns.joined(separator: "\t"),
    ]
    return (head + directory.programs.map(line)).joined(separator: "\n") + "\n"
  }

  private static func line(_ program: ListedProgram) -> String {
    [
      program.id, program.school, program.parent ?? "", program.address, program.program, program.by,
      program.accreditor, program.accreditation.map(ProgramTable.text).joined(separator: "; "),
      program.actions.map { "\($0.day) \($0.kind.rawValue)" }.joined(separator: "; "),
    ].joined(separator: "\t")
  }

  private static func text(_ span: ListedAccreditation) -> String {
    let end =
      switch span.end {
      case .open: ""
      case .dayMissing: "?"
      case .ended(let days): days.isExact ? "\(days.last)" : "\(days.first)/\(days.last)"
      }
    let review = span.review.map { " review \($0)" } ?? ""
    return "\(span.isEstimated ? "~" : "")\(span.begins)..\(end)\(review)"
  }

  /// Reads a table.
  ///
  /// - Throws: `ProgramTableError` with the line and the column; a table is read whole or not at all.
  public static func read(_ text: String) throws(ProgramTableError) -> ProgramDirectory {
    var reader = ProgramTableReader(text)
    return try reader.directory()
  }
}

/// A table that is not as the program writes it.
public struct ProgramTableError: Error, Sendable, Hashable, CustomStringConvertible {
  /// 1-based.
  public let line: Int
  /// 1-based; nil: the whole line.
  public let column: Int?
  public let message: String

  public var description: String {
    "line \(line)" + (column.map { ", column \($0)" } ?? "") + ": \(message)"
  }
}
