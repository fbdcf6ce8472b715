/// The linear program of a cover problem, solved by the dual simplex method with bounds on the columns: each basic
/// variable is written as a sum of the others. What it finds is used as a hint only: bounds are worked out again
/// in whole numbers.
struct DualSimplex {
  enum Outcome {
    case solved
    /// This row of the tableau cannot be mended: it stays below its least value, or above its greatest.
    case impossible(row: Int, isBelow: Bool)
    /// Given up, or stopped: the multipliers are still good for a bound.
    case stuck
  }

  let columns: Int
  let rows: Int
  private let problem: CoverProblem
  /// Bounds of the columns, 0 or 1.
  var low: [Double]
  var high: [Double]
  /// `rows` times `columns`: basic variable i is `right[i]` less the sum of `table[i][j]` times the others.
  private var table: [Double] = []
  private var right: [Double] = []
  private var reduced: [Double] = []
  /// By slot, the variable that is not basic: a column, or `columns` + a row for what that row has over.
  private(set) var slots: [Int] = []
  /// By row of the tableau, its basic variable.
  private(set) var basic: [Int] = []
  private var isUpper: [Bool] = []
  private var values: [Double] = []
  private var pivots = 0

  init(_ problem: CoverProblem) {
    self.problem = problem
    columns = problem.columns.count
    rows = problem.needs.count
    low = Array(repeating: 0, count: columns)
    high = Array(repeating: 1, count: columns)
    reset()
  }

  private mutating func reset() {
    table = Array(repeating: 0, count: rows * columns)
    for (j, column) in problem.columns.enumerated() {
      for term in column.gives { table[term.row * columns + j] = -Double(term.amount) }
    }
    right = problem.needs.map { -Double($0) }
    reduced = problem.columns.map { Double($0.cost) }
    slots = Array(0..<columns)
    basic = Array(columns..<columns + rows)
    isUpper = Array(repeating: false, count: columns)
    pivots = 0
  }

  private func lowest(_ variable: Int) -> Double { variable < columns ? low[variable] : 0 }
  private func highest(_ variable: Int) -> Double { variable < columns ? high[variable] : .infinity }

  /// Solves with the bounds as they are, from where it was left.
  ///
  /// - Parameter goesOn: asked now and then.
  mutating func solve(_ goesOn: () -> Bool) -> Outcome {
    if pivots > 400 { rebuild(goesOn) }
    for slot in 0..<columns {
      let variable = slots[slot]
      isUpper[slot] = variable < columns && (reduced[slot] < 0 || low[variable] == high[variable] && high[variable] > 0)
    }
    place()
    for turn in 1...(20 * (rows + 10)) {
      if turn % 16 == 0, !goesOn() { return .stuck }
      guard let (row, isBelow) = worst() else { return .solved }
      guard let slot = entering(row, isBelow) else { return .impossible(row: row, isBelow: isBelow) }
      pivot(row, slot, isBelow)
    }
    return .stuck
  }

  /// The values of the basic variables.
  private mutating func place() {
    values = right
    for slot in 0..<columns {
      let variable = slots[slot]
      let value = isUpper[slot] ? highest(variable) : lowest(variable)
      if value == 0 { continue }
      for row in 0..<rows { values[row] -= table[row * columns + slot] * value }
    }
  }

  /// The basic variable farthest outside of its bounds.
  private func worst() -> (Int, Bool)? {
    var found: (Int, Bool)?
    var most = 1e-7
    for row in 0..<rows {
      let variable = basic[row]
      // Rows count in hundredths, columns in ones.
      let scale = variable < columns ? 1.0 : 0.001
      let below = (lowest(variable) - values[row]) * scale
      let above = (values[row] - highest(variable)) * scale
      if below > most {
        most = below
        found = (row, true)
      }
      if above > most {
        most = above
        found = (row, false)
      }
    }
    return found
  }

  /// The variable that can change places with it at the least loss.
  private func entering(_ row: Int, _ isBelow: Bool) -> Int? {
    var best: Int?
    var least = Double.infinity
    var size = 0.0
    for slot in 0..<columns {
      let variable = slots[slot]
      if variable < columns, low[variable] == high[variable] { continue }
      let entry = table[row * columns + slot]
      if abs(entry) < 1e-9 { continue }
      let rises = isUpper[slot] ? entry > 0 : entry < 0
      if rises != isBelow { continue }
      let ratio = abs(reduced[slot]) / abs(entry)
      if ratio < least - 1e-12 || ratio < least + 1e-12 && abs(entry) > size {
        least = min(least, ratio)
        size = abs(entry)
        best = slot
      }
    }
    return best
  }

  private mutating func pivot(_ row: Int, _ slot: Int, _ isBelow: Bool) {
    let leaving = basic[row]
    let target = isBelow ? lowest(leaving) : highest(leaving)
    let entry = table[row * columns + slot]
    let entering = slots[slot]
    let step = (values[row] - target) / entry
    for i in 0..<rows where i != row { values[i] -= table[i * columns + slot] * step }
    values[row] = (isUpper[slot] ? highest(entering) : lowest(entering)) + step
    swap(row, slot)
    isUpper[slot] = !isBelow
  }

  /// Writes the tableau anew with the two variables in each other's places.
  private mutating func swap(_ row: Int, _ slot: Int) {
    pivots += 1
    let base = row * columns
    let inverse = 1 / table[base + slot]
    for j in 0..<columns { table[base + j] *= inverse }
    table[base + slot] = inverse
    right[row] *= inverse
    for i in 0..<rows where i != row {
      let other = i * columns
      let factor = table[other + slot]
      if factor == 0 { continue }
      for j in 0..<columns { table[other + j] -= factor * table[base + j] }
      table[other + slot] = -factor * inverse
      right[i] -= factor * right[row]
    }
    let factor = reduced[slot]
    for j in 0..<columns { reduced[j] -= factor * table[base + j] }
    reduced[slot] = -factor * inverse
    let variable = slots[slot]
    slots[slot] = basic[row]
    basic[row] = variable
  }

  /// The same basis from the beginning, so that errors of rounding do not add up. Stopped on the way, it is another one.
  private mutating func rebuild(_ goesOn: () -> Bool) {
    let wanted = basic.filter { $0 < columns }.sorted()
    let kept = Set(basic.filter { $0 >= columns })
    reset()
    for (turn, variable) in wanted.enumerated() {
      if turn % 16 == 15, !goesOn() { break }
      var best: Int?
      for row in 0..<rows where basic[row] >= columns && !kept.contains(basic[row]) {
        if best.map({ abs(table[row * columns + variable]) > abs(table[$0 * columns + variable]) }) ?? true {
          best = row
        }
      }
      guard let best, abs(table[best * columns + variable]) > 1e-9 else { continue }
      swap(best, variable)
    }
    pivots = 0
  }

  /// The value of each column.
  var point: [Double] {
    var result = Array(repeating: 0.0, count: columns)
    for slot in 0..<columns where slots[slot] < columns {
      result[slots[slot]] = isUpper[slot] ? high[slots[slot]] : low[slots[slot]]
    }
    for row in 0..<rows where basic[row] < columns { result[basic[row]] = values[row] }
    return result
  }

  /// What one more of each row costs: the multipliers, from 0.
  var prices: [Double] {
    var result = Array(repeating: 0.0, count: rows)
    for slot in 0..<columns where slots[slot] >= columns { result[slots[slot] - columns] = max(0, reduced[slot]) }
    return result
  }

  /// The multipliers that show why a row of the tableau cannot be mended.
  func refutation(_ row: Int, isBelow: Bool) -> [Double] {
    var result = Array(repeating: 0.0, count: rows)
    for slot in 0..<columns where slots[slot] >= columns {
      let entry = table[row * columns + slot]
      result[slots[slot] - columns] = max(0, isBelow ? entry : -entry)
    }
    if basic[row] >= columns { result[basic[row] - columns] = 1 }
    return result
  }
}
