public import Knowledge
public import Rules
public import Vocabulary

/// Answers as text for people.
public struct CheckText {
  private let base: KnowledgeBase
  private let language: Language
  private let inquiry: Inquiry
  private let dates: DateWording

  public init(_ base: KnowledgeBase, _ language: Language, _ inquiry: Inquiry) {
    self.base = base
    self.language = language
    self.inquiry = inquiry
    dates = DateWording(language, asOf: inquiry.asOf)
  }

  public func render(_ file: PersonFile, _ answers: [Determination]) -> String {
    var lines: [String] = []
    if let name = file.name { lines.append(name) }
    lines.append(
      Phrase("Asked on \(dates.day(inquiry.asOf))", "Preguntado el \(dates.day(inquiry.asOf))")[language]
        + (inquiry.day == inquiry.asOf
          ? ""
          : Phrase(", for \(dates.dayWithDistance(inquiry.day))", ", para el \(dates.dayWithDistance(inquiry.day))")[
            language])
        + ". " + Phrase("Rules edition ", "Edición de las reglas ")[language] + base.edition + ".")
    for answer in answers {
      lines.append("")
      lines += self.answer(answer)
    }
    lines.append("")
    lines.append(VerdictWording.notice[language])
    lines.append(VerdictWording.affiliation[language])
    return lines.joined(separator: "\n")
  }

  private func answer(_ answer: Determination) -> [String] {
    let finding = answer.finding
    var lines = ["\(answer.title[language]) (\(answer.address))"]
    lines.append("  " + headline(answer))
    lines.append("  " + VerdictWording.sentence(finding)[language])
    if answer.on > inquiry.asOf {
      lines.append(
        "  " + Phrase("On the rules of the day asked.", "Según las reglas del día de la pregunta.")[language])
    }
    if let through = inquiry.through { lines += gaps(answer, through) }
    let facts = FieldWording.names(answer.explanation?.openGaps ?? []).map { $0[language] }
    if !facts.isEmpty {
      lines.append("  " + Phrase("Facts not given: ", "Datos que faltan: ")[language] + facts.joined(separator: ", "))
    }
    return lines
  }

  /// The verdict, and until when, or from when.
  public func headline(_ answer: Determination) -> String {
    var text = VerdictWording.word(answer.finding)[language]
    let span = answer.span
    switch answer.finding.verdict {
    case .met:
      text +=
        span.last.isFinite
        ? Phrase(", through ", ", hasta el ")[language] + dates.dayWithDistance(span.last)
        : Phrase(", no end known", ", sin fin conocido")[language]
    case .notMet, .undetermined, .notCovered:
      if let next = answer.timeline.first(from: answer.on, where: { $0.verdict == .met }), next > answer.on {
        text +=
          Phrase("; from ", "; desde el ")[language] + dates.dayWithDistance(next) + ", "
          + VerdictWording.within(answer.timeline.value(on: next))[language]
      }
    }
    return text
  }

  /// The spans of an interval that are not met, the first one first.
  private func gaps(_ answer: Determination, _ interval: DayInterval) -> [String] {
    let spans = answer.timeline.map(\.verdict).spans(in: interval).filter { $0.value != .met }
    if spans.isEmpty {
      return [
        "  " + Phrase("Met on every day from ", "Se cumple cada día desde el ")[language] + dates.day(interval.first)
          + Phrase(" to ", " hasta el ")[language] + dates.day(interval.last)
      ]
    }
    return spans.map { span in
      "  - \(dates.day(span.days.first)) – \(dates.day(span.days.last)) ("
        + FieldWording.amount(Quantity(span.days.count), "days")[language] + "): "
        + VerdictWording.word(answer.timeline.value(on: span.days.first))[language]
    }
  }

  /// Met on the day asked, or on every day of the interval.
  public static func isMet(_ answer: Determination, _ inquiry: Inquiry) -> Bool {
    guard let interval = inquiry.through else { return answer.finding.verdict == .met }
    return answer.timeline.spans(in: interval).allSatisfy { $0.value.verdict == .met }
  }
}
