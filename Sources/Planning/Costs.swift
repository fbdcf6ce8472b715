import Vocabulary

/// The costs of a plan's steps, from the fees that were handed in.
struct Costs {
  private let draft: PlanDraft
  private var values: PlanValues { draft.request.values }

  init(_ draft: PlanDraft) { self.draft = draft }

  private func fees(_ stage: PlanFee.Stage) -> [PlanFee] {
    values.fees.filter { $0.stage == stage && holds($0.routes) }
  }

  private func holds(_ routes: [String]) -> Bool {
    routes.isEmpty || draft.route.map { routes.contains($0.name) } ?? false
  }

  private func cost(_ fees: [PlanFee], unknown: Phrase) -> Cost {
    if fees.isEmpty { return Cost(unknown: [.init(text: unknown, ask: .body)]) }
    return Cost(
      items: fees.map { .init(text: $0.text, low: $0.low, high: $0.high, grade: $0.grade, citations: $0.citations) })
  }

  /// The fee of the nth sitting, 1 or more.
  func sitting(_ number: Int) -> Cost {
    number == 1
      ? cost(fees(.exam), unknown: Phrase("Exam fee", "Costo del examen"))
      : cost(fees(.retake), unknown: Phrase("Fee to take the exam again", "Costo de repetir el examen"))
  }

  var review: Cost { cost(fees(.review), unknown: Phrase("Review of documents", "Revisión de documentos")) }

  /// One year of yearly fees and one renewal.
  var keeping: Cost {
    let known = fees(.yearly) + fees(.renewal)
    return cost(known, unknown: Phrase("Renewal fee", "Costo de la renovación"))
  }

  func notes(_ stage: PlanNote.Stage) -> [PlanNote] { values.notes.filter { $0.stage == stage && holds($0.routes) } }
}
