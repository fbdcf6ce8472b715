import Knowledge
import Services
import Vocabulary

/// Somebody made up: an answer to every question that could be put to them, in agreement with one another.
struct RandomPerson {
  /// Facts that the interview does not ask for by itself.
  static let notAsked: Set<String> = ["applied", "documents-ready", "continuing-education", "fees-paid"]
  private(set) var answers: [(question: String, answer: String)] = []

  /// - Parameter unknown: how many answers in a hundred are "I do not know".
  init(seed: UInt64, unknown: Int = 4) {
    var random = SplitMix64(state: seed)
    for question in Fixture.base.questions where !RandomPerson.notAsked.contains(question.id) {
      for number in 1...30 {
        if question.kind != .count, question.list != nil, number > 1 { break }
        let key = AnswerKey(question.id, number).description
        guard isAsked(key, question) else { break }
        var text = Int.random(in: 0..<100, using: &random) < unknown ? Interview.unknown : nil
        for _ in 0..<40 where text == nil {
          let tried = RandomPerson.answer(question, &random)
          if Fixture.interview.refusal(tried, for: key, answers, asOf: Fixture.asOf) == nil { text = tried }
        }
        answers.append((key, text ?? Interview.unknown))
      }
    }
    decideFairly()
  }

  /// AAMA approves nobody whose program does not fit its published criteria.
  private mutating func decideFairly() {
    guard let place = answers.firstIndex(where: { $0 == ("category-4-review", "approved") }) else { return }
    let undecided = answers.filter { $0.question != "category-4-review" && $0.question != "decision-on" }
    let evidence = Fixture.interview.evidence(from: undecided, asOf: Fixture.asOf).evidence
    let route = Interview.Goal("aama/cma/eligibility#category-4", act: "review")
    guard Fixture.verdicts(evidence, on: [Fixture.asOf], goals: [route]) == [.notMet] else { return }
    answers[place].answer = "none"
    answers.removeAll { $0.question == "decision-on" }
  }

  subscript(key: String) -> String? { answers.first { $0.question == key }?.answer }

  private func isAsked(_ key: String, _ question: InterviewQuestion) -> Bool {
    let (_, faults) = Fixture.interview.evidence(from: answers + [(key, Interview.unknown)], asOf: Fixture.asOf)
    return !faults.contains(.notAsked(key: key))
  }

  /// How often the answers of a gate are given, in the order of the question.
  private static let weights: [String: [Int]] = [
    "program-status": [40, 20, 5, 5, 5, 5, 20],
    "exam-history": [70, 15, 10, 5],
    "program-accreditation": [25, 25, 3, 2, 15, 30],
    "work-as-medical-assistant": [25, 12, 3, 3, 10, 7, 40],
    "diploma-status": [70, 10, 3, 5, 8, 4],
    "program-kind": [70, 10, 8, 7, 5],
    "category-4-review": [5, 5, 90],
  ]

  private static func answer(_ question: InterviewQuestion, _ random: inout SplitMix64) -> String {
    switch question.kind {
    case .flag: return Int.random(in: 0..<100, using: &random) < 70 ? "yes" : "no"
    case .gate, .choice:
      let weights = weights[question.id] ?? Array(repeating: 1, count: question.answers.count)
      var place = Int.random(in: 0..<weights.reduce(0, +), using: &random)
      for (answer, weight) in zip(question.answers, weights) {
        if place < weight { return answer.id }
        place -= weight
      }
      return question.answers[0].id
    case .set:
      let picked = question.answers.filter { _ in Int.random(in: 0..<100, using: &random) < 25 }
      return picked.isEmpty ? "none" : picked.map(\.id).joined(separator: ",")
    case .count: return String(Int.random(in: 1...4, using: &random))
    case .amount:
      let usual: ClosedRange<Int> =
        switch question.id {
        case "work-hours": 10...45
        case "program-semesters": 1...4
        case "program-practicum-hours": 0...240
        case "program-injections", "program-phlebotomies": 0...30
        default: 300...1100
        }
      return String(Int.random(in: usual, using: &random))
    case .day:
      let back = Int.random(in: 0..<3, using: &random) == 0 ? 6000 : 1500
      let ahead = question.mayLieAhead && Int.random(in: 0..<3, using: &random) == 0
      let day = Fixture.asOf.adding(days: Int.random(in: ahead ? 1...600 : -back...0, using: &random))
      return Int.random(in: 0..<5, using: &random) == 0 ? String(day.description.prefix(7)) : day.description
    }
  }
}
