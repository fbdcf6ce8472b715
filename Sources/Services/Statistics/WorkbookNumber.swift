import Knowledge
import Rules

/// A number as the workbook has it: `45690`, `45,690`, `21.97`, or `19.850000000000001` as a program stores it.
enum WorkbookNumber {
  /// In hundredths; nil for anything else, also for other marks, signs, currencies and commas out of place.
  static func hundredths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = whole(parts[0]) else { return nil }
    guard parts.count == 2 else { return whole * 100 }
    let digits = parts[1]
    guard (1...18).contains(digits.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let fraction = Double("0." + digits)
    else { return nil }
    let rounded = (fraction * 100).rounded()
    guard abs(fraction * 100 - rounded) < 1e-6 else { return nil }
    return whole * 100 + Int(rounded)
  }

  private static func whole(_ text: Substring) -> Int? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }),
      let number = Int(groups.joined()), number < 1_000_000_000
    else { return nil }
    return number
  }

  private static let shares = ["JOBS_1000", "LOC_QUOTIENT", "PCT_TOTAL", "PCT_RPT"]

  /// A cell of a column of figures. Empty means that the sheet has nothing there.
  enum Cell: Equatable {
    case number(Int)
    case withheld
    case topCoded
    case empty

    var number: Int? { if case .number(let number) = self { number } else { nil } }

    /// What the cell says about a place; nil for an empty one.
    var value: Statistic.Value? {
      switch self {
      case .number(let number): .amount(Quantity(hundredths: number))
      case .withheld: .withheld
      case .topCoded: .topCoded
      case .empty: nil
      }
    }
  }

  /// - Parameter column: its name decides which marks it has: `*` wages and errors, `**` jobs and errors, `#` wages.
  /// - Returns: nil when the column does not have such a cell.
  static func cell(_ text: String, column: String) -> Cell? {
    let isWage = column.hasPrefix("H_") || column.hasPrefix("A_")
    switch text {
    case "": return isWage || column == "TOT_EMP" ? nil : .empty
    case "*": return isWage || column == "MEAN_PRSE" ? .withheld : nil
    case "**": return isWage || column == "MEAN_PRSE" ? nil : .withheld
    case "#": return isWage ? .topCoded : nil
    case "~": return column == "PCT_RPT" ? .empty : nil
    // Shares and quotients have more digits, and are not kept.
    case _ where shares.contains(column): return whole(text.prefix { $0 != "." }) == nil ? nil : .empty
    default: return hundredths(text).map { .number($0) }
    }
  }
}
