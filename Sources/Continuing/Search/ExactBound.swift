/// Bounds in whole numbers, worked out from multipliers: what a solver of linear programs says is a hint only.
struct ExactBound {
  let problem: CoverProblem
  let denominator: Int

  init(_ problem: CoverProblem) {
    self.problem = problem
    // Costs times the denominator, summed over all columns, stay far inside of a word.
    let most = max(1, problem.columns.reduce(0) { max($0, $1.cost) }) * max(1, problem.columns.count)
    var denominator = 1 << 24
    while denominator > 1, most > (1 << 59) / denominator { denominator >>= 1 }
    self.denominator = denominator
  }

  /// Multipliers as whole numbers.
  func whole(_ prices: [Double], scale: Double? = nil) -> [Int] {
    let scale = scale ?? Double(denominator)
    return prices.map { price in
      let value = (price * scale).rounded()
      return value.isFinite && value > 0 ? Int(min(value, 1e15)) : 0
    }
  }

  /// What every set costs at least, times the denominator, and what each column adds; nil: no room to reckon.
  ///
  /// - Parameter settled: by column 0, 1, or -1 where it is free.
  func least(_ factors: [Int], _ settled: [Int8], costs: Bool = true) -> (least: Int, adds: [Int])? {
    var least = 0
    for (factor, need) in zip(factors, problem.needs) where factor != 0 {
      let (product, isTooLarge) = factor.multipliedReportingOverflow(by: need)
      let (sum, overflows) = least.addingReportingOverflow(product)
      if isTooLarge || overflows { return nil }
      least = sum
    }
    var adds = Array(repeating: 0, count: problem.columns.count)
    for j in adds.indices {
      var add = costs ? problem.columns[j].cost * denominator : 0
      for term in problem.columns[j].gives where factors[term.row] != 0 {
        let (product, isTooLarge) = factors[term.row].multipliedReportingOverflow(by: -term.amount)
        let (sum, overflows) = add.addingReportingOverflow(product)
        if isTooLarge || overflows { return nil }
        add = sum
      }
      adds[j] = add
      if settled[j] == 1 || settled[j] < 0 && add < 0 {
        let (sum, overflows) = least.addingReportingOverflow(add)
        if overflows { return nil }
        least = sum
      }
    }
    return (least, adds)
  }
}
