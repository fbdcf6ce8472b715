import CourseProof
import CourseSamples
import Testing

@testable import Continuing

@Suite("The least set of courses")
struct CoverSearchTests {
  @Test("each answer is proved, and the checker agrees", arguments: 1...40)
  func proved(_ seed: Int) throws {
    let problem = SeededProblems.problem(UInt64(seed), columns: 24)
    let answer = CoverSearch(problem).solve()
    let proven = try ProofChecker.check(SeededProblems.certificate(problem, answer))
    #expect(proven.total == answer.cost)
    #expect(proven.bound == answer.bound)
    if let chosen = answer.chosen {
      #expect(problem.cost(of: chosen) == answer.cost)
      #expect(answer.isBest)
    } else {
      #expect(answer.isImpossible)
    }
  }

  @Test("small problems: the same as trying every set", arguments: 1...30)
  func everySet(_ seed: Int) {
    let problem = SeededProblems.problem(UInt64(1000 + seed), columns: 13)
    var least: Int?
    for bits in 0..<(1 << 13) {
      let set = (0..<13).filter { bits & (1 << $0) != 0 }
      if let cost = problem.cost(of: set), cost < least ?? .max { least = cost }
    }
    #expect(CoverSearch(problem).solve().cost == least)
  }

  @Test("the same problem gives the same set and the same proof")
  func deterministic() {
    let problem = SeededProblems.problem(7)
    #expect(CoverSearch(problem).solve() == CoverSearch(problem).solve())
  }

  @Test("a search that is stopped says what is proved so far", arguments: [1, 2, 3])
  func stopped(_ calls: Int) throws {
    let problem = SeededProblems.problem(11)
    var left = calls
    let answer = CoverSearch(problem).solve { _ in
      left -= 1
      return left > 0
    }
    let proven = try ProofChecker.check(SeededProblems.certificate(problem, answer))
    #expect(proven.bound == answer.bound)
    #expect((answer.bound ?? 0) <= CoverSearch(problem).solve().cost ?? 0)
  }

  @Test("nothing is chosen that could be left out, even where it is free", arguments: UInt64(0)..<40)
  func needed(_ seed: UInt64) throws {
    var problem = SeededProblems.problem(seed)
    problem.columns = problem.columns.enumerated().map { number, column in
      number % 3 == 0 ? CoverProblem.Column(cost: 0, gives: column.gives) : column
    }
    let answer = CoverSearch(problem).solve()
    guard let chosen = answer.chosen else { return }
    for column in chosen {
      #expect(problem.cost(of: chosen.filter { $0 != column }) == nil)
    }
    #expect(problem.cost(of: chosen) == answer.cost)
  }

  @Test("nothing that is missing needs nothing")
  func nothing() throws {
    let problem = CoverProblem(columns: [CoverProblem.Column(cost: 100, gives: [])], needs: [])
    let answer = CoverSearch(problem).solve()
    #expect(answer.chosen == [] && answer.cost == 0 && answer.isBest)
    #expect(try ProofChecker.check(SeededProblems.certificate(problem, answer)).isBest)
  }

  @Test("no course at all: proved impossible")
  func empty() throws {
    let problem = CoverProblem(columns: [], needs: [100])
    let answer = CoverSearch(problem).solve()
    #expect(answer.isImpossible)
    let proven = try ProofChecker.check(SeededProblems.certificate(problem, answer))
    #expect(proven.courses == nil && proven.bound == nil)
  }
}
