public import Rules
public import Vocabulary

/// The least costly or shortest set of courses that meets every duty, with its proof.
public struct CoursePlan: Sendable {
  /// A course of the set, and where it counts.
  public struct Chosen: Sendable {
    public struct Place: Sendable {
      public let credential: String
      public let duty: EducationDuty
      public let category: String?
      public let count: PointsCount
      /// Why it does not count in all parts of the duty.
      public let reasons: [Acceptance.Reason]
    }

    public let course: Course
    public let places: [Place]
  }

  /// What no set of courses of the catalog can mend.
  public struct Shortfall: Sendable, Hashable {
    public let credential: String
    public let address: String
    public let part: CourseModel.Part
    public let missing: Quantity
    /// What all courses together would give.
    public let offered: Quantity
  }

  public let aim: CourseAim
  public let held: [HeldCredential]
  public let model: CourseModel
  public let courses: [Course]
  public let answer: CoverAnswer
  /// In the order of their days.
  public let chosen: [Chosen]
  public let shortfalls: [Shortfall]
  /// The duties once the courses are taken, as the rules see them: by credential.
  public let after: [[EducationDuty]]

  /// Whether the rules, asked again with the courses in the evidence, find every duty met.
  public var isConfirmed: Bool { after.allSatisfy { $0.allSatisfy { $0.finding.verdict == .met } } }
  public var price: Money { chosen.reduce(Money(cents: 0)) { $0 + $1.course.price } }
  public var hours: Quantity { chosen.reduce(.zero) { $0 + $1.course.hours } }
  /// How many courses of those that can be taken count for something that is missing.
  public var useful: Int { Set(model.columns.map(\.course)).count }
  /// How far the set may be above the best one, in percent of the bound; nil: no set, or no bound to compare with.
  public var gapPercent: Double? {
    guard let cost = answer.cost, let bound = answer.bound, bound > 0 || cost == 0 else { return nil }
    return bound == 0 ? 0 : Double(cost - bound) * 100 / Double(bound)
  }
  /// Whether a rule can be met in a way that was not looked at: then no set is proved to be the least.
  public var hasAlternatives: Bool { held.contains { $0.duties.contains(where: \.hasAlternatives) } }
}

/// Plans courses for one person.
public struct CoursePlanner {
  private let reader: EducationReader

  public init(_ reader: EducationReader) { self.reader = reader }

  /// - Parameters:
  ///   - held: what is to be kept; credentials that are over are left out.
  ///   - by: the last day on which a course can be taken; nil: any.
  ///   - through: the day that was given for `held`.
  ///   - goesOn: asked now and then; after a no the best set so far is the answer.
  public func plan(
    _ catalog: [Course], _ held: [HeldCredential], _ evidence: Evidence, aim: CourseAim, by: CivilDate?,
    through: CivilDate, _ goesOn: (CoverSearch.Progress) -> Bool = { _ in true }
  ) -> CoursePlan {
    reader.begin(evidence)
    let held = held.filter { !$0.isOver && !$0.duties.isEmpty }
    let courses = catalog.filter { $0.day >= reader.asOf && $0.day <= by ?? .distantFuture }
    let model = CourseModel(courses, held, aim, reader)
    let answer = CoverSearch(model.problem).solve(goesOn)
    let columns = (answer.chosen ?? []).map { model.columns[$0] }
    let chosen = columns.map { column in
      CoursePlan.Chosen(course: courses[column.course], places: places(column, courses[column.course], held))
    }.sorted { ($0.course.day, $0.course.id) < ($1.course.day, $1.course.id) }
    let after = held.enumerated().map { c, credential in
      reader.duties(
        of: credential, evidence, adding: columns.map { (courses[$0.course], $0.categories[c]) }, through: through)
    }
    return CoursePlan(
      aim: aim, held: held, model: model, courses: courses, answer: answer, chosen: chosen,
      shortfalls: shortfalls(model, held), after: after)
  }

  private func places(_ column: CourseModel.Column, _ course: Course, _ held: [HeldCredential])
    -> [CoursePlan.Chosen.Place]
  {
    held.enumerated().flatMap { c, credential in
      credential.duties.compactMap { duty in
        let category = column.categories[c]
        let count = reader.count(course, category: category, towards: duty, body: credential.body).sure
        if count.isZero { return nil }
        return CoursePlan.Chosen.Place(
          credential: credential.id, duty: duty, category: category, count: count,
          reasons: reader.reasons(course, count, towards: duty))
      }
    }
  }

  /// The rows that all courses together leave short.
  private func shortfalls(_ model: CourseModel, _ held: [HeldCredential]) -> [CoursePlan.Shortfall] {
    var offered = model.problem.needs.map { _ in 0 }
    for column in model.problem.columns {
      for term in column.gives where term.amount > 0 { offered[term.row] += term.amount }
    }
    return model.rows.enumerated().compactMap { r, row in
      guard let c = row.credential, let d = row.duty, offered[r] < model.problem.needs[r] else { return nil }
      return CoursePlan.Shortfall(
        credential: held[c].id, address: held[c].duties[d].address, part: row.part,
        missing: Quantity(hundredths: model.problem.needs[r]), offered: Quantity(hundredths: offered[r]))
    }
  }
}
