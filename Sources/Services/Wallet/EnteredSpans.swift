import Rules
import Vocabulary

/// Spans of days as they were entered: who, from when, until when; or none.
struct EnteredSpans {
  let entered: EnteredRecord
  let name: String
  let allowed: [String]

  init(_ entered: EnteredRecord, _ name: String, _ allowed: [String]) {
    (self.entered, self.name, self.allowed) = (entered, name, allowed)
  }

  func value(_ field: Field, today: CivilDate) throws(RecordFault) -> FactValue {
    var spans: [FactValue.Span] = []
    for index in 1...EnteredRecord.mostSpans {
      if let span = try span("\(name)-\(index)") { spans.append(span) }
    }
    guard entered.isTicked(name + "-none") else { return spans.isEmpty ? .unknown : .spans(spans) }
    guard spans.isEmpty else {
      throw RecordFault(
        field: name + "-1-by",
        message: Phrase(
          "Either “none” or who expected; both found", "Se esperaba «ninguna» o quién; se encontraron ambos"))
    }
    return .spans([])
  }

  private func span(_ place: String) throws(RecordFault) -> FactValue.Span? {
    let by = entered[place + "-by"]
    let from = try EnteredDate(entered, place + "-from").days()
    let until = try EnteredDate(entered, place + "-until").days()
    guard !by.isEmpty else {
      guard from == nil, until == nil else {
        throw RecordFault(
          field: place + "-by", message: Phrase("Expected who; nothing found", "Se esperaba quién; no se encontró nada")
        )
      }
      return nil
    }
    guard allowed.contains(by) else {
      throw RecordFault(
        field: place + "-by", message: Phrase("One of the list expected", "Se esperaba algo de la lista"))
    }
    if let from, let until, until.last < from.first {
      throw RecordFault(
        field: place + "-until-year",
        message: Phrase(
          "Expected an end on or after \(from.partialText); \(until.partialText) found",
          "Se esperaba un final el \(from.partialText) o después; se encontró \(until.partialText)"))
    }
    // A beginning that nobody gave lies somewhere before the end.
    let begins = from ?? (until.map { DayInterval(.distantPast, $0.last) } ?? .always)
    return FactValue.Span(by: by, begins: begins, ends: until ?? DayInterval(.distantFuture))
  }
}
