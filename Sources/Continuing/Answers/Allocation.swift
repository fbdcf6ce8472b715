public import Rules

/// The best way to put activities that were taken into categories: each in one. What is then still missing is the least
/// that can be missing.
public struct Allocation: Sendable, Hashable {
  /// One activity that counts in the total.
  public struct Activity: Sendable, Hashable {
    /// In hundredths, 0 or more.
    public let amount: Int
    /// Bit k: it may be put into category k. One bit: it is settled; none: it counts in the total only.
    public let categories: UInt8
    public let isApproved: Bool

    public init(amount: Int, categories: UInt8, isApproved: Bool) {
      self.amount = amount
      self.categories = categories
      self.isApproved = isApproved
    }
  }

  /// What is asked for, in hundredths.
  public struct Needs: Sendable, Hashable {
    public let total: Int
    /// At most 8 of them.
    public let each: [Int]
    public let approved: Int

    public init(total: Int, each: [Int], approved: Int) {
      self.total = total
      self.each = each
      self.approved = approved
    }

    public init(_ rule: PointsRule) {
      self.init(
        total: rule.total.hundredths, each: rule.each.prefix(8).map(\.amount.hundredths),
        approved: rule.approved?.amount.hundredths ?? 0)
    }
  }

  /// By activity the category it is put into; -1: into none.
  public let places: [Int]
  /// What is missing, in hundredths.
  public let total: Int
  public let each: [Int]
  public let approved: Int

  /// The least that has to be earned still: further points can be of a category and approved at once.
  public var missing: Int { max(total, approved, each.reduce(0, +)) }

  /// The best allocation, exactly.
  public init(_ activities: [Activity], _ needs: Needs) {
    var search = AllocationSearch(needs.each)
    var places = Array(repeating: -1, count: activities.count)
    var sum = 0
    var approved = 0
    for (i, activity) in activities.enumerated() {
      sum += activity.amount
      if activity.isApproved { approved += activity.amount }
      if activity.categories == 0 { continue }
      if activity.categories & (activity.categories - 1) == 0 {
        places[i] = activity.categories.trailingZeroBitCount
        search.take(activity.amount, into: places[i])
      } else {
        search.open.append(i)
      }
    }
    if !search.open.isEmpty { search.run(activities, &places) }
    self.places = places
    total = max(0, needs.total - sum)
    each = search.missing
    self.approved = max(0, needs.approved - approved)
  }
}

/// Puts activities that may go into several categories where they leave least missing.
private struct AllocationSearch {
  private(set) var missing: [Int]
  var open: [Int] = []
  private var amounts: [Int] = []
  private var masks: [UInt8] = []
  private var rest: [Int] = []
  private var tried: [Int] = []
  private var best: [Int] = []
  private var least = Int.max
  private var dead: Set<[Int]> = []

  init(_ needs: [Int]) { missing = needs }

  mutating func take(_ amount: Int, into category: Int) {
    if category < missing.count { missing[category] = max(0, missing[category] - amount) }
  }

  mutating func run(_ activities: [Allocation.Activity], _ places: inout [Int]) {
    // Large ones first: what is left fits in more ways.
    open.sort { (activities[$0].amount, $1) > (activities[$1].amount, $0) }
    amounts = open.map { activities[$0].amount }
    masks = open.map { activities[$0].categories }
    rest = Array(repeating: 0, count: open.count + 1)
    for k in open.indices.reversed() { rest[k] = rest[k + 1] + amounts[k] }
    tried = Array(repeating: -1, count: open.count)
    look(0, missing, missing.reduce(0, +))
    for (k, i) in open.enumerated() { places[i] = best[k] }
    for (k, category) in best.enumerated() { take(amounts[k], into: category) }
  }

  private mutating func look(_ k: Int, _ missing: [Int], _ sum: Int) {
    if sum < least {
      least = sum
      best = tried
      for j in k..<open.count { best[j] = masks[j].trailingZeroBitCount }
    }
    // However the rest is put, no more than all of it can be covered.
    if k == open.count || max(0, sum - rest[k]) >= least { return }
    let state = missing + [k]
    if dead.contains(state) { return }
    for category in order(masks[k], missing) {
      var less = missing
      let covered = min(amounts[k], missing[category])
      less[category] -= covered
      tried[k] = category
      look(k + 1, less, sum - covered)
      if least == 0 { return }
    }
    tried[k] = -1
    dead.insert(state)
  }

  /// Where most is missing first.
  private func order(_ mask: UInt8, _ missing: [Int]) -> [Int] {
    missing.indices.filter { mask & 1 << UInt8($0) != 0 }.sorted { (missing[$0], $1) > (missing[$1], $0) }
  }
}
