public import Continuing
public import Knowledge
public import Rules
public import Vocabulary

/// Questions about a person's continuing education.
public struct Education {
  public let base: KnowledgeBase
  public let asOf: CivilDate
  private let reader: EducationReader

  public init(_ base: KnowledgeBase, asOf: CivilDate) {
    self.base = base
    self.asOf = asOf
    reader = EducationReader(Evaluator(book: base.book), asOf: asOf)
  }

  /// The credentials of a person and what they ask for.
  public struct Ledger: Sendable {
    public let evidence: Evidence
    public let held: [HeldCredential]
    /// Whether it is assumed that no certification is missing from the evidence.
    public let isAssumed: Bool
    /// The day through which cycles are planned.
    public let through: CivilDate

    /// Those that are not over.
    public var kept: [HeldCredential] { held.filter { !$0.isOver } }
  }

  /// - Parameters:
  ///   - through: cycles that end by then are in it as well; nil: only what runs on the day asked.
  ///   - also: and the cycle of this day.
  ///   - on: the day on which they are held; nil: the day asked.
  /// - Throws: `QuestionError` where nobody gave a credential.
  public func ledger(
    _ evidence: Evidence, through: CivilDate? = nil, also: CivilDate? = nil, on: CivilDate? = nil
  ) throws(QuestionError) -> Ledger {
    let (assumed, isAssumed) = EducationReader.assumingAllListed(evidence, asOf: asOf)
    let day = through ?? on ?? asOf
    let held = reader.held(assumed, through: day, also: also, on: on)
    if held.isEmpty {
      throw QuestionError(
        expected: "a person with a certification that is known here", found: "none",
        advice: "Add it to the list 'certifications' of the person file")
    }
    return Ledger(evidence: assumed, held: held, isAssumed: isAssumed, through: day)
  }

  public func standings(_ ledger: Ledger) -> [EducationStanding] { reader.standings(ledger.held, ledger.evidence) }

  public func accepts(_ course: Course, _ ledger: Ledger) -> [Acceptance] {
    reader.accepts(course, ledger.held, ledger.evidence)
  }

  /// - Parameter goesOn: asked now and then; after a no the best set so far is the answer.
  public func plan(
    _ catalog: [Course], _ ledger: Ledger, aim: CourseAim, by: CivilDate?,
    _ goesOn: (CoverSearch.Progress) -> Bool = { _ in true }
  ) -> CoursePlan {
    CoursePlanner(reader).plan(
      catalog, ledger.held, ledger.evidence, aim: aim, by: by, through: ledger.through, goesOn)
  }

  /// A course of a catalog by its id.
  ///
  /// - Throws: `QuestionError` when there is none.
  public static func course(_ id: String, in catalog: [Course]) throws(QuestionError) -> Course {
    if let course = catalog.first(where: { $0.id == id }) { return course }
    throw QuestionError(
      expected: "the id of one of the \(catalog.count) courses of the catalog", found: id,
      advice: "It stands in the column 'id'")
  }
}
