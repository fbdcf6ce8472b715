import Knowledge
public import Rules
public import Vocabulary

/// A list of records that the interview takes as the whole list, and where one more can be told of.
public struct TakenList: Sendable, Hashable {
  public let kind: EvidenceKind
  /// What is on it: "program: 1".
  public let text: Phrase
  /// The key of the question for one more record; nil where one more could change no answer.
  public let another: String?
}

extension Interview {
  /// The lists that the answers close, said openly: one record stands for all unless more are given.
  ///
  /// One more record is asked for only where it could change a verdict: of a program or a job where the verdicts are
  /// no longer the same, or wait for it, once the list is open; of an application where one that was sent on some day would turn one.
  public func takenAsComplete(
    _ answers: Answers, goals: [Goal] = Interview.examinations, asOf: CivilDate
  ) -> [TakenList] {
    let (draft, _) = draft(answers, asOf)
    let change = ChangeTrial(self, draft.evidence(), goals, asOf: asOf)
    return EvidenceKind.allCases.compactMap { kind in
      let count = draft.records[kind]?.count ?? 0
      let name = FieldWording.kind(kind)
      if kind == .application, count == 0 {
        guard let question = base.questions.first(where: { $0.list == kind && $0.kind == .set }),
          draft.given[AnswerKey(question.id)] == nil, !answers.isEmpty, change.comesFromApplying
        else { return nil }
        return TakenList(
          kind: kind, text: Phrase("\(name.en): none told", "\(name.es): ninguna indicada"), another: question.id)
      }
      guard kind != .person, draft.complete.contains(kind), count > 0 else { return nil }
      return TakenList(
        kind: kind, text: Phrase("\(name.en): \(count)", "\(name.es): \(count)"),
        another: another(kind, after: count, draft, change))
    }
  }

  /// The key of the gate for one more record of a kind.
  private func another(_ kind: EvidenceKind, after count: Int, _ draft: EvidenceDraft, _ change: ChangeTrial)
    -> String?
  {
    guard [.program, .work].contains(kind), count < 9,
      let gate = base.questions.first(where: { $0.kind == .gate && $0.list == kind })
    else { return nil }
    let key = AnswerKey(gate.id, count + 1)
    guard draft.given[key] == nil, draft.asks(gate, count + 1), change.comes(fromOpening: kind) else { return nil }
    return key.description
  }
}

/// Whether something more on the record could change a verdict. The rules are asked each time.
private struct ChangeTrial {
  private let inquirer: Inquirer
  private let evidence: Evidence
  private let days: [CivilDate]
  private let asOf: CivilDate
  private let now: [[Verdict]]

  init(_ interview: Interview, _ evidence: Evidence, _ goals: [Interview.Goal], asOf: CivilDate) {
    inquirer = Inquirer(interview.base, goals, asOf: asOf)
    self.evidence = evidence
    self.asOf = asOf
    days = Interview.days(evidence, asOf: asOf)
    now = inquirer.standing(evidence, days).verdicts
  }

  private func turns(_ other: Evidence) -> Bool { inquirer.standing(other, days).verdicts != now }

  /// Where the verdicts stay the same with the list open, and none of those still open waits for one more record, no
  /// further record can change them.
  func comes(fromOpening kind: EvidenceKind) -> Bool {
    var open = evidence
    open.completeThrough[kind] = nil
    let standing = inquirer.standing(open, days)
    return standing.verdicts != now || standing.gaps.joined().contains { $0.kind == kind && $0.record == nil }
  }

  /// An application sent between a day and five years ago to one of the bodies.
  var comesFromApplying: Bool {
    let ago = [1, 90, 365, 2 * 365, 4 * 365, 5 * 365].map { asOf.adding(days: -$0) }
    return inquirer.goals.contains { goal in
      ago.contains { day in
        var applied = evidence
        applied.put(
          EvidenceRecord(
            id: "trial-application", kind: .application,
            values: ["of": .word(Assessor.owner(of: goal.rule)), "date": .day(DayInterval(day), expected: false)]))
        return turns(applied)
      }
    }
  }
}
