/// Goes through the tree of a certificate from its root, with what is settled on the way.
struct TreeWalk {
  private let certificate: Certificate
  /// By column: 0 or 1 where it is settled, -1 where it is free.
  private var settled: [Int8]
  /// Columns in the order in which they were settled.
  private var trail: [Int] = []
  /// The bound times the denominator, less one step of the costs: what a leaf exceeds reaches the bound.
  private let threshold: Int?
  private var place = 0

  init(_ certificate: Certificate) {
    self.certificate = certificate
    settled = Array(repeating: -1, count: certificate.columns.count)
    // All costs are multiples of this, so a set that costs more than the bound less a step costs the bound.
    let step = max(1, certificate.columns.reduce(0) { TreeWalk.divisor($0, $1.cost) })
    threshold = certificate.bound.map { ($0 + step - 1) / step * step - step }
  }

  private static func divisor(_ one: Int, _ other: Int) -> Int { other == 0 ? one : divisor(other, one % other) }

  /// The second half of a branch that is still to come.
  private struct Pending {
    let column: Int
    let value: Int8
    let mark: Int
    let isVoid: Bool
  }

  mutating func check() throws(ProofFault) {
    var pending: [Pending] = []
    // Nothing is left in the half where a settled column would be the other way round.
    var isVoid = false
    while true {
      guard place < certificate.tree.count else { throw .tree(place) }
      let node = certificate.tree[place]
      place += 1
      switch node {
      case .fix(let multipliers):
        if !isVoid { try fix(multipliers) }
        continue
      case .branch(let column, let first):
        let value: Int8 = first ? 1 : 0
        pending.append(Pending(column: column, value: 1 - value, mark: trail.count, isVoid: isVoid))
        isVoid = isVoid || !settle(column, value)
        continue
      case .bound(let multipliers): if !isVoid { try checkBound(multipliers) }
      case .infeasible(let multipliers): if !isVoid { try checkInfeasible(multipliers) }
      }
      guard let next = pending.popLast() else { break }
      while trail.count > next.mark { settled[trail.removeLast()] = -1 }
      isVoid = next.isVoid || !settle(next.column, next.value)
    }
    if place != certificate.tree.count { throw .tree(place) }
  }

  /// Settles a column, unless it is settled the other way round.
  private mutating func settle(_ column: Int, _ value: Int8) -> Bool {
    if settled[column] >= 0 { return settled[column] == value }
    settled[column] = value
    trail.append(column)
    return true
  }

  /// What a leaf costs at least, times the denominator, and what each column adds to it.
  private func reckon(_ multipliers: [Certificate.Term], costs: Bool) throws(ProofFault) -> (least: Int, adds: [Int]) {
    var factor = Array(repeating: 0, count: certificate.needs.count)
    var least = Whole(0)
    for term in multipliers {
      factor[term.row] = term.amount
      try least.add(term.amount, times: certificate.needs[term.row])
    }
    var adds: [Int] = []
    adds.reserveCapacity(certificate.columns.count)
    for (i, column) in certificate.columns.enumerated() {
      var add = Whole(costs ? try Whole.product(column.cost, certificate.denominator) : 0)
      for term in column.gives where factor[term.row] != 0 {
        try add.add(-term.amount, times: factor[term.row])
      }
      adds.append(add.value)
      if settled[i] == 1 || settled[i] < 0 && add.value < 0 { try least.add(add.value) }
    }
    return (least.value, adds)
  }

  /// Whether every set in a leaf that costs at least so much reaches the bound.
  private func reaches(_ least: Int) throws(ProofFault) -> Bool {
    guard let threshold else { return false }
    return least > (try Whole.product(threshold, certificate.denominator))
  }

  private func checkBound(_ multipliers: [Certificate.Term]) throws(ProofFault) {
    guard try reaches(reckon(multipliers, costs: true).least) else { throw .leaf(place - 1) }
  }

  private func checkInfeasible(_ multipliers: [Certificate.Term]) throws(ProofFault) {
    guard try reckon(multipliers, costs: false).least > 0 else { throw .open(place - 1) }
  }

  /// Settles what cannot be otherwise in a set below the bound.
  private mutating func fix(_ multipliers: [Certificate.Term]) throws(ProofFault) {
    let (least, adds) = try reckon(multipliers, costs: true)
    for (column, add) in adds.enumerated() where settled[column] < 0 {
      var other = Whole(least)
      try other.add(abs(add))
      if try reaches(other.value) { _ = settle(column, add < 0 ? 1 : 0) }
    }
  }
}
