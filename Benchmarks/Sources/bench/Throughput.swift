import Foundation
import Knowledge
import Population
import Rules
import Vocabulary

/// Pairs of a person and a credential answered in a second: eligibility, and whether the certification is current.
struct Throughput {
  /// The rules of one credential that a pair asks.
  struct Subject {
    let credential: String
    let roots: [Requirement.ID]
  }

  let base: KnowledgeBase
  let people: [Population.Person]
  let subjects: [Subject]
  let asOf: CivilDate

  init(base: KnowledgeBase, people: Int, asOf: CivilDate) {
    self.base = base
    self.asOf = asOf
    self.people = Population(people, asOf: asOf).people
    let rules = ["aama/cma/current", "amt/rma/current", "nha/ccma/current", "ncct/ncma/active"]
    subjects = rules.map { rule in
      let credential = rule.split(separator: "/").prefix(2).joined(separator: "/")
      return Subject(
        credential: credential, roots: [credential + "/eligibility", rule].compactMap { base.book.rule($0)?.root })
    }
  }

  /// One pair; the number of points of its timelines keeps the work from being left out.
  func pair(_ evaluator: Evaluator, _ person: Population.Person, _ subject: Subject, explaining: Bool) -> Int {
    evaluator.begin(person.evidence, Question(asOf: asOf), recording: explaining)
    var points = 0
    for root in subject.roots {
      points += evaluator.timeline(of: root, asked: DayInterval(asOf)).points.count
      if explaining { points += evaluator.explain(root, on: asOf).children.count }
    }
    return points
  }

  /// Best of several passes over everybody, in pairs a second.
  func rate(explaining: Bool, passes: Int, only: Subject? = nil) -> Double {
    let evaluator = Evaluator(book: base.book)
    let asked = only.map { [$0] } ?? subjects
    var best = Double.infinity
    var sum = 0
    for _ in 0..<passes {
      let (seconds, points) = Clock.seconds {
        people.reduce(0) { sum, person in
          asked.reduce(sum) { $0 + pair(evaluator, person, $1, explaining: explaining) }
        }
      }
      best = min(best, seconds)
      sum += points
    }
    precondition(sum > 0)
    return Double(people.count * asked.count) / best
  }

  /// Every pair once, without reasons. Not inlined, so that a profile can be of it alone.
  @inline(never)
  func pass(_ evaluator: Evaluator) -> Int {
    people.reduce(0) { sum, person in
      subjects.reduce(sum) { $0 + pair(evaluator, person, $1, explaining: false) }
    }
  }

  func report(passes: Int) {
    for subject in subjects where subject.roots.count != 2 {
      print("\(subject.credential): a rule is missing, so that the figures below count too little")
    }
    func line(_ name: String, _ only: Subject?) {
      let plain = rate(explaining: false, passes: passes, only: only)
      let explained = rate(explaining: true, passes: max(1, passes / 2), only: only)
      print(String(format: "%-12@ %9.0f pairs/s   explained %9.0f pairs/s", name as NSString, plain, explained))
    }
    for subject in subjects { line(subject.credential, subject) }
    line("all four", nil)
    spreads()
  }

  private func spreads() {
    let evaluator = Evaluator(book: base.book)
    var micros: [Double] = []
    var explained: [Double] = []
    var points: [Double] = []
    for person in people {
      for subject in subjects {
        micros.append(Clock.seconds { pair(evaluator, person, subject, explaining: false) }.0 * 1e6)
        points += subject.roots.map { Double(evaluator.timeline(of: $0, asked: DayInterval(asOf)).points.count) }
        explained.append(Clock.seconds { pair(evaluator, person, subject, explaining: true) }.0 * 1e6)
      }
    }
    print("time a pair, microseconds:   \(Spread(micros).text())")
    print("with explanation:            \(Spread(explained).text())")
    print(
      "points a root:               \(Spread(points).text("%.0f")), mean \(String(format: "%.1f", points.reduce(0, +) / Double(points.count)))"
    )
    print(
      "facts a person:              \(Spread(people.map { Double($0.facts) }).text("%.0f")), least \(people.map(\.facts).min() ?? 0)"
    )
    let walks = Population.Walk.allCases.map { walk in "\(people.count { $0.walk == walk }) \(walk.rawValue)" }
    print("people:                      \(people.count) (\(walks.joined(separator: ", ")))")
  }
}
