import Foundation
import Knowledge
import Rules
import Services
import Vocabulary

/// Steele, Lea and Flood's SplitMix64: the same numbers on every run.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

enum Fixture {
  static let asOf = CivilDate(year: 2026, month: 11, day: 22)!

  /// The packs of the package folder.
  static let base: KnowledgeBase = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "knowledge").resolvingSymlinksInPath()
    do { return try KnowledgeLoader.folder(folder.path) } catch { fatalError("\(error)") }
  }()

  static let interview = Interview(base)

  /// Verdicts of the goals on the days, goals first.
  static func verdicts(
    _ evidence: Evidence, on days: [CivilDate], goals: [Interview.Goal] = Interview.examinations
  ) -> [Verdict] {
    let assessor = Assessor(base)
    return goals.flatMap { goal in
      days.map { day in
        (try? assessor.determine(goal.rule, evidence, Inquiry(asOf: asOf, on: day, act: goal.act)))?.finding.verdict
          ?? .notCovered
      }
    }
  }

  /// Asks until nothing is left to ask; the person answers by key.
  static func run(
    _ answer: (String) -> String?, goals: [Interview.Goal] = Interview.examinations, limit: Int = 60
  ) -> [(question: String, answer: String)] {
    var answers: [(question: String, answer: String)] = []
    while answers.count < limit, let page = interview.next(answers, goals: goals, asOf: asOf) {
      answers.append((page.key, answer(page.key) ?? Interview.unknown))
    }
    return answers
  }
}
