public import Knowledge
import Rules
public import Vocabulary

extension Interview {
  /// One page: the question, which record it is about, and the key its answer is kept under.
  public struct Page: Sendable, Hashable {
    /// `attempt-on_2`.
    public let key: String
    public let question: InterviewQuestion
    /// Which record, when there may be several: "CMA (AAMA), 2".
    public let about: Phrase?
  }

  /// The page that settles most of what still matters to some goal; nil when no question is left that does.
  ///
  /// - Parameter goals: rules whose verdicts are wanted, on the day asked and on the day training is planned to end.
  public func next(
    _ answers: Answers, goals: [Goal] = Interview.examinations, asOf: CivilDate
  ) -> Page? {
    let (draft, _) = draft(answers, asOf)
    let evidence = draft.evidence()
    let inquirer = Inquirer(base, goals, asOf: asOf)
    let days = Interview.days(evidence, asOf: asOf)
    let now = inquirer.standing(evidence, days)
    let candidates = candidates(draft, now)
    guard let best = choose(candidates, draft.given, now, inquirer, days, asOf) else { return nil }
    return page(best.key, draft)
  }

  /// The questions that could fill a gap and were not answered, in the order of the pack.
  private func candidates(_ draft: EvidenceDraft, _ now: Standing) -> [Candidate] {
    let gaps = now.gaps.map { $0 + narrowing($0, draft) }
    return base.questions.flatMap { question -> [Candidate] in
      let numbers = gaps.map { self.numbers(question, draft, $0) }
      return Set(numbers.flatMap { $0 }).sorted().compactMap { number in
        let key = AnswerKey(question.id, number)
        guard draft.given[key] == nil, draft.asks(question, number) else { return nil }
        return Candidate(key: key, question: question, goals: numbers.indices.filter { numbers[$0].contains(number) })
      }
    }
  }

  /// For a day that was asked about and is still not known, the days of the record that come before or after it:
  /// they may narrow it enough.
  private func narrowing(_ gaps: [OpenFact], _ draft: EvidenceDraft) -> [OpenFact] {
    gaps.flatMap { gap -> [OpenFact] in
      guard let field = gap.field, let record = gap.record, let number = Int(record.split(separator: "-").last ?? ""),
        base.questions.contains(where: { $0.fields.contains(field) && draft.given[AnswerKey($0.id, number)] != nil })
      else { return [] }
      return DayOrder.neighbours(of: field).map { OpenFact(kind: gap.kind, field: $0, record: record) }
    }
  }

  /// The records, by number, for which the question could fill one of the gaps.
  private func numbers(_ question: InterviewQuestion, _ draft: EvidenceDraft, _ gaps: [OpenFact]) -> Set<Int> {
    var numbers: Set<Int> = []
    let targets = question.targets
    for gap in gaps {
      guard let field = gap.field, let record = gap.record else {
        // A list that is open, or a record that nobody named.
        guard targets.contains(.list(gap.kind)) else { continue }
        if question.kind == .count {
          numbers.formUnion(1...max(1, draft.picks[gap.kind]?.count ?? 1))
        } else {
          numbers.insert(1)
        }
        continue
      }
      guard question.list == nil, targets.contains(.field(field)),
        let number = Int(record.split(separator: "-").last ?? "")
      else { continue }
      numbers.insert(number)
    }
    return numbers
  }

  /// A question that might be asked next, and the goals it has to do with.
  struct Candidate {
    let key: AnswerKey
    let question: InterviewQuestion
    /// Places in the list of goals.
    let goals: [Int]
  }

  func page(_ key: AnswerKey, _ draft: EvidenceDraft) -> Page? {
    byID[key.question].map { Page(key: key.description, question: $0, about: about(key, $0, draft)) }
  }

  /// Which record a question of the interview is about, when there may be several.
  public func about(_ key: String, _ answers: Answers, asOf: CivilDate) -> Phrase? {
    guard let key = AnswerKey(key), let question = byID[key.question] else { return nil }
    return about(key, question, draft(answers, asOf).0)
  }

  /// The credential of the record, and its number among those of the same credential.
  func about(_ key: AnswerKey, _ question: InterviewQuestion, _ draft: EvidenceDraft) -> Phrase? {
    guard let kind = question.record else { return nil }
    if question.kind == .count {
      guard let picks = draft.picks[kind], picks.indices.contains(key.number - 1),
        let pick = base.questions.first(where: { $0.kind == .set && $0.list == kind })?.answer(picks[key.number - 1])
      else { return nil }
      return pick.text
    }
    if question.kind == .gate, key.number > 1 { return Phrase("number \(key.number)", "número \(key.number)") }
    guard question.list == nil, let list = draft.records[kind], list.indices.contains(key.number - 1) else {
      return nil
    }
    guard case .word(let credential) = list[key.number - 1]["of"] else {
      return list.count > 1 ? Phrase("Number \(key.number)", "Número \(key.number)") : nil
    }
    let mark = base.credential(credential)?.mark ?? credential
    let same = list.indices.filter { list[$0]["of"] == .word(credential) }
    guard same.count > 1, let place = same.firstIndex(of: key.number - 1) else { return Phrase(mark, mark) }
    return Phrase("\(mark), number \(place + 1)", "\(mark), número \(place + 1)")
  }
}
