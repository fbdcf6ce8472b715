public import Continuing
import Population

/// Problems of the shape that duties have, made from a seed.
public enum SeededProblems {
  /// - Parameter columns: how many courses; 6 or more.
  public static func problem(_ seed: UInt64, columns: Int = 40) -> CoverProblem {
    var random = SplitMix64(seed: seed)
    func pick(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(random.next() % UInt64(range.count)) }
    var covers: [CoverProblem.Column] = []
    for j in 0..<columns {
      let units = pick(2...24) * 25
      var terms = [CoverProblem.Term(row: 0, amount: units), CoverProblem.Term(row: 1 + pick(0...2), amount: units)]
      if pick(0...2) > 0 { terms.append(CoverProblem.Term(row: 4, amount: units)) }
      if pick(0...1) > 0 { terms.append(CoverProblem.Term(row: 5, amount: units)) }
      // Some come in two forms, of which one can be taken.
      if j < 6 { terms.append(CoverProblem.Term(row: 6 + j / 2, amount: -1)) }
      covers.append(CoverProblem.Column(cost: units / 10 * pick(3...9) + pick(0...400), gives: terms))
    }
    let total = pick(20...45) * 100
    let each = (0..<3).map { _ in pick(2...8) * 100 }
    let needs = [total] + each + [total / 2, pick(5...20) * 100, -1, -1, -1]
    return CoverProblem(columns: covers, needs: needs)
  }

  /// The certificate of an answer.
  public static func certificate(_ problem: CoverProblem, _ answer: CoverAnswer) -> [UInt8] {
    CourseCertificate.bytes(
      problem, answer, least: "cost", says: problem.needs.indices.map { "row \($0)" },
      courses: problem.columns.indices.map { "C\($0)" })
  }
}
