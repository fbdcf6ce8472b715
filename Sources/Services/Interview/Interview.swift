public import Knowledge
public import Rules
public import Vocabulary

/// One fact a page, no account: the answers are kept elsewhere, and everything is worked out from them again.
///
/// Answers are an ordered list of question and text. A question is written as an `AnswerKey`; the text is `yes` or
/// `no`, the id of an answer, ids with commas between or `none`, a day (`2026-06-12`) or a month (`2026-06`), a whole
/// number, or `unknown`.
public struct Interview: Sendable {
  public typealias Answers = [(question: String, answer: String)]

  /// What is kept for "I do not know": the fact stays unknown and is not asked again.
  public static let unknown = "unknown"

  /// What the person wants to know.
  public struct Goal: Sendable, Hashable {
    /// The id of a rule: `aama/cma/eligibility`.
    public let rule: String
    /// nil: the act the rule names.
    public let act: String?

    public init(_ rule: String, act: String? = nil) {
      self.rule = rule
      self.act = act
    }
  }

  /// Whether one can sit the four examinations of medical assistants whose routes are encoded.
  public static let examinations = ["aama/cma", "amt/rma", "nha/ccma", "ncct/ncma"].map { Goal($0 + "/eligibility") }

  public let base: KnowledgeBase
  let byID: [String: InterviewQuestion]
  /// For each list that is picked from, the question that asks how many there are of each pick.
  let counts: [EvidenceKind: InterviewQuestion]
  /// For each field, the amounts that rules compare it with.
  let thresholds: [Field: [Int]]
  /// The list that a program can be picked from.
  let programs: ProgramShelf

  public init(_ base: KnowledgeBase, programs: ProgramShelf = ProgramShelf()) {
    self.base = base
    self.programs = programs
    byID = Dictionary(base.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var counts: [EvidenceKind: InterviewQuestion] = [:]
    for question in base.questions where question.kind == .count {
      if let kind = question.list { counts[kind] = question }
    }
    self.counts = counts
    thresholds = Thresholds.read(base.book)
  }

  /// The question of a key; nil when there is none.
  public func question(_ key: String) -> InterviewQuestion? { AnswerKey(key).flatMap { byID[$0.question] } }

  /// The person's evidence as their answers give it, all self-reported, with what had to be left out.
  ///
  /// A list is complete through the day asked once its gate is answered: one record of a kind stands for all, unless
  /// more are given.
  public func evidence(from answers: Answers, asOf: CivilDate) -> (evidence: Evidence, faults: [AnswerFault]) {
    let (draft, faults) = draft(answers, asOf)
    return (draft.evidence(), faults)
  }

  func draft(_ answers: Answers, _ asOf: CivilDate) -> (EvidenceDraft, [AnswerFault]) {
    var faults: [AnswerFault] = []
    var given: [AnswerKey: ReadAnswer] = [:]
    for (name, text) in answers {
      if name == Interview.listedProgram {
        if let listed = listed(text) {
          given[AnswerKey(name)] = .listed(listed)
        } else {
          faults.append(.unreadable(key: name, answer: text))
        }
        continue
      }
      guard let key = AnswerKey(name), let question = byID[key.question] else {
        faults.append(.unknownQuestion(name))
        continue
      }
      guard let answer = ReadAnswer(text, to: question), isInRange(answer, question, asOf) else {
        faults.append(.unreadable(key: name, answer: text))
        continue
      }
      given[key] = answer
    }
    let (draft, unfit) = draft(given, asOf)
    return (draft, faults + unfit)
  }

  /// The answers put on the record in the order of the pack.
  func draft(_ given: [AnswerKey: ReadAnswer], _ asOf: CivilDate) -> (EvidenceDraft, [AnswerFault]) {
    var faults: [AnswerFault] = []
    var numbers: [String: [Int]] = [:]
    for key in given.keys { numbers[key.question, default: []].append(key.number) }
    var draft = EvidenceDraft(asOf: asOf, given: given, counts: counts)
    if case .listed(let listed)? = given[AnswerKey(Interview.listedProgram)] { draft.take(listed) }
    for question in base.questions {
      for number in (numbers[question.id] ?? []).sorted() {
        let key = AnswerKey(question.id, number)
        guard draft.asks(question, number), let answer = given[key] else {
          faults.append(.notAsked(key: key.description))
          draft.forget(key)
          continue
        }
        if !draft.take(answer, question, number) { faults.append(.contradicts(key: key.description)) }
      }
    }
    return (draft, faults)
  }

  func isInRange(_ answer: ReadAnswer, _ question: InterviewQuestion, _ asOf: CivilDate) -> Bool {
    switch answer {
    case .number(let n): question.range.contains(n)
    case .days(let days):
      days.first.year >= 1930 && days.last.year <= asOf.year + 20 && (question.mayLieAhead || days.first <= asOf)
    case .unknown, .flag, .choice, .several, .listed: true
    }
  }
}
