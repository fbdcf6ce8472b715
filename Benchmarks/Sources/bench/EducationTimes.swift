import Continuing
import Foundation
import Knowledge
import Population
import Rules
import Services
import Vocabulary

/// How long continuing education takes: the best allocation of one person for one credential, and the least set of the
/// sample catalog for a holder of four.
enum EducationTimes {
  /// People whose activities have a category, but for a few: asked for `Allocation` alone, from counted activities.
  static func allocations(people: Int, passes: Int) {
    let needs = Allocation.Needs(total: 6000, each: [1000, 1000, 1000], approved: 3000)
    var random = SplitMix64(seed: 1)
    func pick(_ n: UInt64) -> Int { Int(random.next() % n) }
    let ledgers = (0..<people).map { _ in
      (0..<(10 + pick(30))).map { _ in
        Allocation.Activity(
          amount: 50 * (1 + pick(8)), categories: pick(5) == 0 ? 7 : 1 << UInt8(pick(3)), isApproved: pick(2) == 0)
      }
    }
    var times: [Double] = []
    var sum = 0
    for _ in 0..<passes {
      let (seconds, missing) = Clock.seconds { ledgers.reduce(0) { $0 + Allocation($1, needs).missing } }
      sum += missing
      times.append(seconds / Double(people) * 1e6)
    }
    print(
      "best allocation, 10 to 39 activities, a fifth of them open: \(Spread(times).text("%.2f")) µs a person and credential [\(sum)]"
    )
  }

  /// The whole of `fobwatch ce optimize` but the reading of files.
  static func optimize(_ base: KnowledgeBase, person: String, catalog: String, asOf: CivilDate) throws {
    let courses = try CatalogReader(base, asOf: asOf).read(Data(contentsOf: URL(filePath: catalog)))
    let evidence = try PersonReader(base).read(
      data: Data(contentsOf: URL(filePath: person)), file: person, today: asOf
    ).evidence
    let education = Education(base, asOf: asOf)
    for aim in CourseAim.allCases {
      for by in [nil, CivilDate(year: 2028, month: 12, day: 31)] {
        let ledger = try education.ledger(evidence, through: by)
        let start = Clock.cpu()
        let plan = education.plan(courses, ledger, aim: aim, by: by) { _ in Clock.cpu() - start < 5 }
        let seconds = Clock.cpu() - start
        let best = plan.answer.cost.map { Double($0) / 100 } ?? 0
        let bound = plan.answer.bound.map { Double($0) / 100 } ?? 0
        print(
          "least \(aim.rawValue), by \(by.map(\.description) ?? "the ends of the periods"): \(plan.held.count) credentials, "
            + "\(plan.model.problem.needs.count) rows, \(plan.model.problem.columns.count) columns, \(plan.chosen.count) courses, "
            + String(format: "%.2f, bound %.2f, %d parts, %.2f s", best, bound, plan.answer.parts, seconds)
            + ", \(CourseCertificate.bytes(plan).count / 1024) kB of certificate")
      }
    }
  }
}
