/// Good sets without a proof: columns are added, dropped and exchanged.
struct Incumbent {
  private let problem: CoverProblem
  private var inside: [Bool]
  private var sums: [Int]

  /// - Parameter set: numbers of columns.
  init(_ problem: CoverProblem, _ set: [Int]) {
    var inside = Array(repeating: false, count: problem.columns.count)
    for j in set { inside[j] = true }
    self.init(problem, inside)
  }

  init(_ problem: CoverProblem, _ set: [Bool]) {
    self.problem = problem
    inside = set
    sums = problem.needs.map { -$0 }
    for j in set.indices where set[j] { add(j, 1) }
  }

  private mutating func add(_ j: Int, _ sign: Int) {
    for term in problem.columns[j].gives { sums[term.row] += sign * term.amount }
  }

  private mutating func flip(_ j: Int) {
    inside[j].toggle()
    add(j, inside[j] ? 1 : -1)
  }

  var isCover: Bool { sums.allSatisfy { $0 >= 0 } }
  var members: [Int] { inside.indices.filter { inside[$0] } }
  var cost: Int { members.reduce(0) { $0 + problem.columns[$1].cost } }

  /// Adds what gives most of what is missing for its cost, in the order of a hint, until every row is met.
  mutating func complete(_ hint: [Double]) {
    while !isCover {
      var best: Int?
      var most = 0.0
      for j in inside.indices where !inside[j] {
        var gain = 0
        var loss = 0
        for term in problem.columns[j].gives {
          let missing = max(0, -sums[term.row])
          gain += min(missing, max(0, term.amount))
          if term.amount < 0, sums[term.row] + term.amount < 0 { loss += 1 }
        }
        if gain == 0 || loss > 0 { continue }
        let score = Double(gain) * (1 + hint[j]) / Double(max(1, problem.columns[j].cost))
        if score > most {
          most = score
          best = j
        }
      }
      guard let best else { return }
      flip(best)
    }
  }

  /// Drops what is not needed, dearest first.
  mutating func trim() {
    let order = members.sorted { (problem.columns[$0].cost, $1) > (problem.columns[$1].cost, $0) }
    for j in order where problem.columns[j].gives.allSatisfy({ sums[$0.row] - $0.amount >= 0 }) { flip(j) }
  }

  /// Exchanges one column for a cheaper one, and one for two, while that helps.
  ///
  /// - Parameter goesOn: asked before each.
  mutating func exchange(_ candidates: [Int], _ goesOn: () -> Bool) {
    var isBetter = true
    while isBetter {
      isBetter = false
      for out in members where inside[out] {
        if !goesOn() { return }
        let price = problem.columns[out].cost
        flip(out)
        if let found = replacement(price, candidates, out) {
          for j in found { flip(j) }
          isBetter = true
        } else {
          flip(out)
        }
      }
      trim()
    }
  }

  /// One column, or two, below a price that mend every row.
  private func replacement(_ price: Int, _ candidates: [Int], _ out: Int) -> [Int]? {
    var best: [Int]?
    var least = price
    for a in candidates where !inside[a] && a != out && problem.columns[a].cost < least {
      if mends([a]) {
        best = [a]
        least = problem.columns[a].cost
      }
    }
    for (i, a) in candidates.enumerated() where !inside[a] && a != out && problem.columns[a].cost < least {
      for b in candidates[(i + 1)...] where !inside[b] && b != out {
        let cost = problem.columns[a].cost + problem.columns[b].cost
        if cost < least, mends([a, b]) {
          best = [a, b]
          least = cost
        }
      }
    }
    return best
  }

  private func mends(_ added: [Int]) -> Bool {
    for row in sums.indices {
      var sum = sums[row]
      for j in added {
        for term in problem.columns[j].gives where term.row == row { sum += term.amount }
      }
      if sum < 0 { return false }
    }
    return true
  }
}
