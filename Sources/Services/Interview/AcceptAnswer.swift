import Knowledge
import Rules
public import Vocabulary

extension Interview {
  /// Whether an answer can be taken. nil: yes; else what is expected instead.
  public func refusal(_ answer: String, for key: String, _ answers: Answers, asOf: CivilDate) -> Phrase? {
    guard let parsed = AnswerKey(key), let question = byID[parsed.question] else {
      return Phrase("There is no such question.", "No hay tal pregunta.")
    }
    guard let read = ReadAnswer(answer, to: question) else { return expected(question) }
    if let refusal = outOfRange(read, question, asOf) { return refusal }
    let before = answers.filter { $0.question != key }
    let (draft, faults) = draft(before + [(key, answer)], asOf)
    if faults.contains(.notAsked(key: key)) {
      return Phrase(
        "This question does not follow from your other answers.", "Esta pregunta no corresponde a sus otras respuestas."
      )
    }
    if faults.contains(.contradicts(key: key)) {
      return Phrase(
        "This does not fit an answer you gave before. Correct this one or that one.",
        "Esto no concuerda con una respuesta anterior. Corrija esta o aquella.")
    }
    guard case .days = read, let kind = question.record else { return nil }
    return draft.record(kind, parsed.number).flatMap { DayOrder.fault($0, question.fields) }
  }

  private func expected(_ question: InterviewQuestion) -> Phrase {
    switch question.kind {
    case .flag: Phrase("Choose yes, no or “I do not know”.", "Elija sí, no o «No lo sé».")
    case .gate, .choice, .set: Phrase("Choose from the list.", "Elija de la lista.")
    case .day:
      Phrase(
        "There is no such day. A day looks like 2026-06-12, a month like 2026-06.",
        "No existe esa fecha. Un día se escribe 2026-06-12, un mes 2026-06.")
    case .amount, .count: Phrase("Give a whole number.", "Escriba un número entero.")
    }
  }

  private func outOfRange(_ read: ReadAnswer, _ question: InterviewQuestion, _ asOf: CivilDate) -> Phrase? {
    if isInRange(read, question, asOf) { return nil }
    let (low, high) = (question.range.lowerBound, question.range.upperBound)
    switch read {
    case .days(let days) where days.first > asOf && !question.mayLieAhead:
      return Phrase(
        "This day lies ahead. Give a day up to today.", "Esa fecha está en el futuro. Dé una fecha hasta hoy.")
    case .days:
      return Phrase("Check the year.", "Revise el año.")
    default:
      return Phrase("Give a whole number from \(low) to \(high).", "Escriba un número entero de \(low) a \(high).")
    }
  }

  /// The answers with one changed or added. What hangs on it and no longer holds goes; everything else stays, in order.
  public func changing(_ key: String, to answer: String, _ answers: Answers, asOf: CivilDate) -> Answers {
    var changed = answers
    let old = answers.last { $0.question == key }?.answer
    if let place = answers.firstIndex(where: { $0.question == key }) {
      changed[place].answer = answer
    } else {
      changed.append((key, answer))
    }
    if let old, old != answer { changed.removeAll { $0.question != key && isAboutRecords(of: key, $0.question) } }
    // Each round leaves out what the last one has made hang in the air.
    for _ in 0..<8 {
      let (_, faults) = draft(changed, asOf)
      let gone = Set(
        faults.compactMap { fault -> String? in
          switch fault {
          case .notAsked(let name), .contradicts(let name): name == key ? nil : name
          case .unknownQuestion(let name), .unreadable(let name, _): name
          }
        })
      if gone.isEmpty { break }
      changed.removeAll { gone.contains($0.question) }
    }
    return changed
  }

  /// Whether the other question is about records that this one adds by picking or counting: their numbers shift.
  private func isAboutRecords(of key: String, _ other: String) -> Bool {
    guard let question = question(key), let kind = question.list, question.kind == .set || question.kind == .count,
      let asked = self.question(other)
    else { return false }
    return asked.record == kind && (asked.list == nil || asked.kind == .count && question.kind == .set)
  }
}

/// Days of one record that come in an order.
enum DayOrder {
  private static let orders: [EvidenceKind: [[String]]] = [
    .program: [["enrolled", "coursework_completed", "graduated"], ["enrolled", "practicum_completed", "graduated"]],
    .work: [["from", "until"]],
    .card: [["issued", "expires"]],
    .certification: [["date", "expires"]],
  ]

  /// The other days that stand in an order with one.
  static func neighbours(of field: Field) -> [Field] {
    let names = (orders[field.kind] ?? []).filter { $0.contains(field.name) }.flatMap { $0 }
    return field.kind.fields.filter { $0 != field && names.contains($0.name) }
  }

  /// What is wrong with one of the fields beside the others.
  static func fault(_ record: EvidenceRecord, _ fields: [Field]) -> Phrase? {
    for order in orders[record.kind] ?? [] {
      for (i, earlier) in order.enumerated() {
        for later in order[(i + 1)...] where fields.contains(where: { $0.name == earlier || $0.name == later }) {
          guard case .day(let a, _) = record[earlier], case .day(let b, _) = record[later], b.last < a.first,
            let first = Field.named(record.kind.rawValue + "." + earlier),
            let second = Field.named(record.kind.rawValue + "." + later)
          else { continue }
          let (x, y) = (FieldWording.field(first), FieldWording.field(second))
          return Phrase(
            "That puts the \(y.en) (\(DateWording(.english).days(b))) before the \(x.en) (\(DateWording(.english).days(a))).",
            "Así, «\(y.es)» (\(DateWording(.spanish).days(b))) queda antes de «\(x.es)» (\(DateWording(.spanish).days(a)))."
          )
        }
      }
    }
    return nil
  }
}
