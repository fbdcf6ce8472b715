import Rules
import Vocabulary

/// What a set of courses is to have least of.
public enum CourseAim: String, Sendable, Hashable, CaseIterable {
  case cost, hours
}

/// The courses and duties of one person as a problem in whole numbers. Every number in it is what the evaluator counts.
public struct CourseModel: Sendable {
  /// What a row of the problem asks for.
  public enum Part: Sendable, Hashable {
    case total
    /// The number of a category in `PointsRule.each`.
    case category(Int)
    case approved
    /// A course, or courses of one series, at most once.
    case once(String)
  }

  public struct Row: Sendable, Hashable {
    /// Number in the list of held credentials, and in its duties; nil: no duty.
    public let credential: Int?
    public let duty: Int?
    public let part: Part
  }

  /// A course with the category chosen for each credential.
  public struct Column: Sendable, Hashable {
    /// Number in the list of courses.
    public let course: Int
    /// By number in the list of held credentials.
    public let categories: [String?]
  }

  public let problem: CoverProblem
  public let rows: [Row]
  public let columns: [Column]

  /// - Parameters:
  ///   - courses: those that can be taken.
  ///   - held: credentials with the duties to meet.
  public init(_ courses: [Course], _ held: [HeldCredential], _ aim: CourseAim, _ reader: EducationReader) {
    let (rows, needs) = CourseModel.rows(held)
    var columns: [Column] = []
    var covers: [CoverProblem.Column] = []
    for (i, course) in courses.enumerated() {
      let cost = aim == .cost ? course.price.cents : course.hours.hundredths
      var seen: Set<[CoverProblem.Term]> = []
      for categories in CourseModel.choices(course, held) {
        let terms = CourseModel.terms(course, categories, rows, held, reader)
        if terms.isEmpty || !seen.insert(terms).inserted { continue }
        columns.append(Column(course: i, categories: categories))
        covers.append(CoverProblem.Column(cost: cost, gives: terms))
      }
    }
    (problem, self.rows) = CourseModel.reduced(rows, needs, covers, columns, courses)
    self.columns = columns
  }

  /// What is missing of each duty.
  private static func rows(_ held: [HeldCredential]) -> ([Row], [Int]) {
    var rows: [Row] = []
    var needs: [Int] = []
    for (c, credential) in held.enumerated() {
      for (d, duty) in credential.duties.enumerated() {
        func add(_ part: Part, _ minimum: Quantity, _ sure: Quantity) {
          guard minimum > sure else { return }
          rows.append(Row(credential: c, duty: d, part: part))
          needs.append((minimum - sure).hundredths)
        }
        add(.total, duty.rule.total, duty.sure.total)
        for (k, minimum) in duty.rule.each.enumerated() { add(.category(k), minimum.amount, duty.sure.each[k]) }
        if let approved = duty.rule.approved { add(.approved, approved.amount, duty.sure.approved) }
      }
    }
    return (rows, needs)
  }

  /// One category for each credential, in every way that may make a difference.
  private static func choices(_ course: Course, _ held: [HeldCredential]) -> [[String?]] {
    held.reduce([[]]) { choices, credential in
      let asks = credential.duties.contains { !$0.rule.each.isEmpty }
      let own: [String?] =
        course.categories.isEmpty ? [nil] : asks ? course.categories : [course.categories[0]]
      return choices.flatMap { choice in own.map { choice + [$0] } }
    }
  }

  private static func terms(
    _ course: Course, _ categories: [String?], _ rows: [Row], _ held: [HeldCredential], _ reader: EducationReader
  ) -> [CoverProblem.Term] {
    var terms: [CoverProblem.Term] = []
    var last: (key: [Int], count: PointsCount)?
    for (r, row) in rows.enumerated() {
      guard let c = row.credential, let d = row.duty else { continue }
      let count: PointsCount
      if let last, last.key == [c, d] {
        count = last.count
      } else {
        count = reader.count(course, category: categories[c], towards: held[c].duties[d], body: held[c].body).sure
        last = ([c, d], count)
      }
      let amount: Quantity =
        switch row.part {
        case .total: count.total
        case .category(let k): count.each[k]
        case .approved: count.approved
        case .once: .zero
        }
      if amount > .zero { terms.append(CoverProblem.Term(row: r, amount: amount.hundredths)) }
    }
    return terms
  }

  /// Without rows that another one implies, and with rows for what can be taken once.
  private static func reduced(
    _ rows: [Row], _ needs: [Int], _ covers: [CoverProblem.Column], _ columns: [Column], _ courses: [Course]
  ) -> (CoverProblem, [Row]) {
    var gives = Array(repeating: [Int](repeating: 0, count: covers.count), count: rows.count)
    for (j, cover) in covers.enumerated() { for term in cover.gives { gives[term.row][j] = term.amount } }
    let kept = rows.indices.filter { r in
      !rows.indices.contains { other in
        other != r && gives[other] == gives[r] && (needs[other], -other) > (needs[r], -r)
      }
    }
    var number = Array(repeating: -1, count: rows.count)
    for (new, old) in kept.enumerated() { number[old] = new }
    var keptRows = kept.map { rows[$0] }
    var keptNeeds = kept.map { needs[$0] }
    var terms = covers.map { cover in
      cover.gives.compactMap { number[$0.row] < 0 ? nil : CoverProblem.Term(row: number[$0.row], amount: $0.amount) }
    }
    var groups: [String: [Int]] = [:]
    for (j, column) in columns.enumerated() {
      let course = courses[column.course]
      groups[course.series.map { "series " + $0 } ?? "course " + course.id, default: []].append(j)
    }
    for name in groups.keys.sorted() {
      guard let members = groups[name], members.count > 1 else { continue }
      for j in members { terms[j].append(CoverProblem.Term(row: keptRows.count, amount: -1)) }
      keptRows.append(Row(credential: nil, duty: nil, part: .once(name)))
      keptNeeds.append(-1)
    }
    let problem = CoverProblem(
      columns: zip(covers, terms).map { CoverProblem.Column(cost: $0.cost, gives: $1) }, needs: keptNeeds)
    return (problem, keptRows)
  }

  /// What a row asks for, in words that a certificate can hold: the address of the requirement and its part.
  public func says(_ row: Row, _ held: [HeldCredential]) -> String {
    guard let c = row.credential, let d = row.duty else {
      if case .once(let name) = row.part { return "\(name): at most once" }
      return ""
    }
    let duty = held[c].duties[d]
    switch row.part {
    case .total: return "\(duty.address): total"
    case .category(let k): return "\(duty.address): \(duty.rule.each[k].word)"
    case .approved: return "\(duty.address): approved by \(duty.rule.approved?.word ?? "")"
    case .once(let name): return name
    }
  }
}
