import Population
import Testing

@testable import Continuing

@Suite("The best allocation")
struct AllocationTests {
  @Test("60 points of which 28 are approved leave 2 missing")
  func approved() {
    let activities = (0..<30).map {
      Allocation.Activity(amount: 200, categories: 1 << UInt8($0 % 3), isApproved: $0 < 14)
    }
    let best = Allocation(activities, Allocation.Needs(total: 6000, each: [1000, 1000, 1000], approved: 3000))
    #expect(best.total == 0 && best.each == [0, 0, 0] && best.approved == 200 && best.missing == 200)
  }

  @Test("an activity is put into one category and never split")
  func unsplit() {
    let needs = Allocation.Needs(total: 2000, each: [1000, 1000], approved: 0)
    let one = Allocation([.init(amount: 2000, categories: 3, isApproved: false)], needs)
    #expect(one.each.reduce(0, +) == 1000 && one.missing == 1000)
    let several = [700, 600, 400, 300].map { Allocation.Activity(amount: $0, categories: 3, isApproved: false) }
    #expect(Allocation(several, needs).missing == 0)
  }

  @Test("the same as trying every way", arguments: 1...200)
  func everyWay(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    func pick(_ n: UInt64) -> Int { Int(random.next() % n) }
    let activities = (0..<(3 + pick(5))).map { _ in
      Allocation.Activity(
        amount: 25 * (1 + pick(24)), categories: UInt8(pick(8)), isApproved: pick(2) == 0)
    }
    let needs = Allocation.Needs(
      total: 100 * pick(30), each: (0..<3).map { _ in 100 * pick(10) }, approved: 100 * pick(15))
    let best = Allocation(activities, needs)
    var least = Int.max
    func look(_ i: Int, _ each: [Int]) {
      guard i < activities.count else {
        least = min(least, each.reduce(0) { $0 + max(0, $1) })
        return
      }
      if activities[i].categories == 0 { look(i + 1, each) }
      for k in 0..<3 where activities[i].categories & (1 << UInt8(k)) != 0 {
        var less = each
        less[k] -= activities[i].amount
        look(i + 1, less)
      }
    }
    look(0, needs.each)
    #expect(best.each.reduce(0, +) == least)
    for (place, activity) in zip(best.places, activities) {
      #expect(activity.categories == 0 ? place == -1 : activity.categories & (1 << UInt8(place)) != 0)
    }
  }
}
