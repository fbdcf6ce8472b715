/// Choose columns, each once or not at all, so that every row gets at least what it needs, at the least cost.
/// All numbers are whole: hundredths of points, cents.
public struct CoverProblem: Sendable, Hashable {
  public struct Term: Sendable, Hashable {
    public let row: Int
    /// Below 0 where choosing the column takes away.
    public let amount: Int

    public init(row: Int, amount: Int) {
      self.row = row
      self.amount = amount
    }
  }

  public struct Column: Sendable, Hashable {
    /// 0 or more.
    public let cost: Int
    /// Rows rising, no amount 0.
    public let gives: [Term]

    public init(cost: Int, gives: [Term]) {
      self.cost = cost
      self.gives = gives
    }
  }

  public var columns: [Column]
  /// What each row needs; below 0: so much may be taken away.
  public var needs: [Int]

  public init(columns: [Column], needs: [Int]) {
    self.columns = columns
    self.needs = needs
  }

  /// All costs are multiples of it; 1 or more.
  public var step: Int {
    func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
    return max(1, columns.reduce(0) { divisor($0, $1.cost) })
  }

  /// The columns whose sums are those of a set, or nil where a row is short.
  public func cost(of set: [Int]) -> Int? {
    var sums = Array(repeating: 0, count: needs.count)
    for j in set { for term in columns[j].gives { sums[term.row] += term.amount } }
    return zip(sums, needs).allSatisfy { $0 >= $1 } ? set.reduce(0) { $0 + columns[$1].cost } : nil
  }
}

/// Rows with whole factors from 0: what they prove, they prove together.
public struct Multipliers: Sendable, Hashable {
  /// Row and factor, rows rising, factors above 0.
  public let factors: [CoverProblem.Term]

  init(_ dense: [Int]) {
    factors = dense.enumerated().compactMap { $1 > 0 ? CoverProblem.Term(row: $0, amount: $1) : nil }
  }
}

/// What proves a bound, entry by entry: a branch is followed by its first half, then by its second; a fix by what
/// comes after it; the others are leaves.
public enum ProofEntry: Sendable, Hashable {
  case bound(Multipliers)
  case infeasible(Multipliers)
  case fix(Multipliers)
  case branch(column: Int, first: Bool)
}

/// What a search found.
public struct CoverAnswer: Sendable, Hashable {
  /// The columns of the best set found, rising; nil: none was found.
  public let chosen: [Int]?
  public let cost: Int?
  /// No set costs less; nil: there is no set.
  public let bound: Int?
  public let proof: [ProofEntry]
  /// By what the factors of multipliers are divided.
  public let denominator: Int
  /// Parts of the search that were looked at.
  public let parts: Int

  public var isBest: Bool { cost != nil && cost == bound }
  /// Whether it is proved that no set meets every row.
  public var isImpossible: Bool { chosen == nil && bound == nil }
}
