/// Finds the cheapest set and proves it: branch and bound, depth first, with a bound from the linear program at each
/// part. The same problem is searched in the same way every time.
public final class CoverSearch {
  private let problem: CoverProblem
  private let exact: ExactBound
  private let step: Int
  private var program: DualSimplex
  /// By column 0, 1, or -1 where it is free.
  private var settled: [Int8]
  private var trail: [Int] = []
  private var proof: [ProofEntry] = []
  private var best: [Int]?
  private var cost: Int?
  private var parts = 0
  private var isStopped = false
  /// The least of what parts that were left open cost at least; nil: none was.
  private var open: Int?

  public init(_ problem: CoverProblem) {
    self.problem = problem
    exact = ExactBound(problem)
    step = problem.step
    program = DualSimplex(problem)
    settled = Array(repeating: -1, count: problem.columns.count)
  }

  /// How far a search is.
  public struct Progress: Sendable {
    public let parts: Int
    /// The cost of the best set so far.
    public let cost: Int?
  }

  /// The second half of a branch that is still to come.
  private struct Pending {
    let column: Int
    let value: Int8
    let mark: Int
    let prices: [Int]
  }

  /// A set found holds nothing that could be left out. The search needs memory for as many numbers as the problem has rows
  /// times columns.
  ///
  /// - Parameter goesOn: asked now and then, in the same places every time; after a no it is asked no more, and the best
  ///   set so far is returned, with what is proved of it.
  public func solve(_ goesOn: (Progress) -> Bool = { _ in true }) -> CoverAnswer {
    var pending: [Pending] = []
    var above = Array(repeating: 0, count: problem.needs.count)
    while true {
      if parts % 16 == 0 { _ = asks(goesOn) }
      parts += 1
      if isStopped {
        leave(above)
      } else if let (column, first, prices) = look(goesOn) {
        proof.append(.branch(column: column, first: first == 1))
        pending.append(Pending(column: column, value: 1 - first, mark: trail.count, prices: prices))
        settle(column, first)
        above = prices
        continue
      }
      guard let next = pending.popLast() else { break }
      while trail.count > next.mark { release(trail.removeLast()) }
      settle(next.column, next.value)
      above = next.prices
    }
    if let best {
      var least = Incumbent(problem, best)
      least.trim()
      (self.best, cost) = (least.members, least.cost)
    }
    let bound = open.map { open in min(open, cost ?? open) } ?? cost
    return CoverAnswer(
      chosen: best, cost: cost, bound: bound, proof: proof, denominator: exact.denominator, parts: parts)
  }

  private func asks(_ goesOn: (Progress) -> Bool) -> Bool {
    if !isStopped, !goesOn(Progress(parts: parts, cost: cost)) { isStopped = true }
    return !isStopped
  }

  // MARK: - One part

  /// Proves a part with a leaf, or says where to branch.
  private func look(_ goesOn: (Progress) -> Bool) -> (column: Int, first: Int8, prices: [Int])? {
    let outcome = program.solve { asks(goesOn) }
    if case .impossible(let row, let isBelow) = outcome, refute(program.refutation(row, isBelow: isBelow)) {
      return nil
    }
    let point = program.point
    if parts == 1 { start(point, goesOn) }
    improve(point)
    let prices = exact.whole(program.prices)
    guard let (least, adds) = exact.least(prices, settled) else { return branch(point, prices) }
    if reaches(least) {
      proof.append(.bound(Multipliers(prices)))
      return nil
    }
    fix(prices, least, adds)
    return leaveViolated() ? nil : branch(point, prices)
  }

  /// Whether every set that costs at least so much is no better than the best one known.
  private func reaches(_ least: Int) -> Bool { cost.map { least > ($0 - step) * exact.denominator } ?? false }

  /// Settles columns that cannot be otherwise in a better set.
  private func fix(_ prices: [Int], _ least: Int, _ adds: [Int]) {
    guard cost != nil else { return }
    let found = adds.indices.filter { settled[$0] < 0 && reaches(least + abs(adds[$0])) }
    if found.isEmpty { return }
    proof.append(.fix(Multipliers(prices)))
    for j in found { settle(j, adds[j] < 0 ? 1 : 0) }
  }

  /// Ends a part in which a row cannot be met.
  private func leaveViolated() -> Bool {
    guard let row = violated() else { return false }
    var alone = Array(repeating: 0, count: problem.needs.count)
    alone[row] = 1
    proof.append(.infeasible(Multipliers(alone)))
    return true
  }

  /// A row that no choice of the free columns can meet.
  private func violated() -> Int? {
    var most = problem.needs.map { -$0 }
    for (j, column) in problem.columns.enumerated() where settled[j] != 0 {
      for term in column.gives where settled[j] == 1 || term.amount > 0 { most[term.row] += term.amount }
    }
    return most.firstIndex { $0 < 0 }
  }

  /// Whether multipliers prove in whole numbers that nothing is left here.
  private func refute(_ factors: [Double]) -> Bool {
    let largest = factors.max() ?? 0
    guard largest > 0 else { return false }
    for scale in [1e3, 1e6, 1e9] {
      let whole = exact.whole(factors, scale: scale / largest)
      if let (least, _) = exact.least(whole, settled, costs: false), least > 0 {
        proof.append(.infeasible(Multipliers(whole)))
        return true
      }
    }
    return false
  }

  private func branch(_ point: [Double], _ prices: [Int]) -> (column: Int, first: Int8, prices: [Int])? {
    var best: Int?
    var most = -1.0
    for j in settled.indices where settled[j] < 0 {
      let share = point[j] - point[j].rounded(.down)
      let score = min(share, 1 - share) * Double(problem.columns[j].cost + 1)
      if score > most {
        most = score
        best = j
      }
    }
    guard let best else {
      // All is settled: the sum of the costs is the bound.
      leafOfSettled()
      return nil
    }
    return (best, point[best] >= 0.5 ? 1 : 0, prices)
  }

  /// A part with one set in it, which is no better than the best.
  private func leafOfSettled() {
    if leaveViolated() { return }
    let set = settled.indices.filter { settled[$0] == 1 }
    if let sum = problem.cost(of: set) {
      note(set, sum)
      proof.append(.bound(Multipliers([])))
    }
  }

  /// A part that is not searched: the multipliers of the part above hold in it as well.
  private func leave(_ prices: [Int]) {
    let least = exact.least(prices, settled)?.least ?? 0
    let whole = max(0, least) / (exact.denominator * step)
    let bound = max(0, least) % (exact.denominator * step) == 0 ? whole * step : (whole + 1) * step
    open = min(open ?? bound, bound)
    proof.append(.bound(Multipliers(least > 0 ? prices : [])))
  }

  // MARK: - Sets

  private func start(_ point: [Double], _ goesOn: (Progress) -> Bool) {
    guard problem.needs.contains(where: { $0 > 0 }) else { return note([], 0) }
    let order = point.indices.sorted { (point[$0], $1) > (point[$1], $0) }
    let prices = exact.whole(program.prices)
    let adds = exact.least(prices, settled)?.adds ?? []
    let near = adds.indices.sorted { (abs(adds[$0]), $0) < (abs(adds[$1]), $1) }
    let candidates = near.isEmpty ? Array(order.prefix(60)) : Array(near.prefix(60))
    for limit in [0.999, 0.5, 0.3, 0.001] {
      var incumbent = Incumbent(problem, point.map { $0 >= limit })
      incumbent.complete(point)
      guard incumbent.isCover else { continue }
      incumbent.trim()
      incumbent.exchange(candidates) { asks(goesOn) }
      if incumbent.isCover { note(incumbent.members, incumbent.cost) }
    }
  }

  /// What is near to the point of the linear program is often a good set.
  private func improve(_ point: [Double]) {
    var incumbent = Incumbent(problem, point.map { $0 > 1e-6 })
    if !incumbent.isCover { incumbent.complete(point) }
    guard incumbent.isCover else { return }
    incumbent.trim()
    note(incumbent.members, incumbent.cost)
  }

  private func note(_ set: [Int], _ sum: Int) {
    guard sum < cost ?? .max else { return }
    best = set
    cost = sum
  }

  // MARK: - What is settled

  private func settle(_ column: Int, _ value: Int8) {
    settled[column] = value
    trail.append(column)
    program.low[column] = Double(value)
    program.high[column] = Double(value)
  }

  private func release(_ column: Int) {
    settled[column] = -1
    program.low[column] = 0
    program.high[column] = 1
  }
}
