import Knowledge
public import Planning
import Rules
public import Vocabulary

/// The answer that a plan without a date waits for.
public struct DateQuestion: Sendable, Hashable {
  /// The key of the question.
  public let key: String
  /// What to tell, in a few words.
  public let title: Phrase
  /// Why, and how.
  public let text: Phrase
}

extension Interview {
  /// The question whose answer would give the plan a date; nil where it has one, or where only others can say.
  ///
  /// Where the days of a program are missing, it is the question about its last day, or, for a person who named no
  /// program, the one about being in one. Otherwise it is the question that the interview asks next.
  public func dateQuestion(_ plan: Plan, _ answers: Answers, asOf: CivilDate) -> DateQuestion? {
    guard !plan.isHeld, !plan.isDated else { return nil }
    let missing = plan.events.filter { !$0.isDayKnown }
    if missing.contains(where: { $0.kind == .program }) {
      if let own = programEnd(answers, asOf) ?? programGate { return own }
    }
    guard let page = next(answers, asOf: asOf) else { return nil }
    return DateQuestion(
      key: page.key, title: Phrase("Answer the next question", "Conteste la pregunta siguiente"),
      text: Phrase(
        "No day can be named before that: \(page.question.text.en)", "Antes no hay fecha: \(page.question.text.es)"))
  }

  private static let programEnds = Phrase(
    "Tell us when your program ends, or ended", "Díganos cuándo termina o terminó su programa")

  /// The last day of a program that the person named without one.
  private func programEnd(_ answers: Answers, _ asOf: CivilDate) -> DateQuestion? {
    let (draft, _) = draft(answers, asOf)
    let isOpen = { (record: EvidenceRecord) -> Bool in
      guard case .day(let days, _) = record["graduated"] else { return record["graduated"] == .unknown }
      return !days.first.isFinite || !days.last.isFinite
    }
    guard let graduated = Field.named("program.graduated"),
      let question = base.questions.first(where: { $0.kind == .day && $0.fields.contains(graduated) }),
      let index = (draft.records[.program] ?? []).firstIndex(where: isOpen), draft.asks(question, index + 1)
    else { return nil }
    return DateQuestion(
      key: AnswerKey(question.id, index + 1).description, title: Interview.programEnds,
      text: Phrase("This page has no date yet. That day gives one.", "Esta página aún no tiene fecha. Ese día la da."))
  }

  /// Where the person tells of a program at all.
  private var programGate: DateQuestion? {
    base.questions.first { $0.kind == .gate && $0.list == .program }.map { question in
      DateQuestion(
        key: question.id, title: Interview.programEnds,
        text: Phrase(
          "This page has no date yet. Say that you are in a program or plan to start one, then give its last day.",
          "Esta página aún no tiene fecha. Diga que está en un programa o que piensa empezar uno, y luego dé su último día."
        ))
    }
  }
}
