import Knowledge
import Planning
import Rules
import Vocabulary

/// What things cost, as the packs say: no figure is made here, and what no pack gives stays not known.
struct WhatIfFees {
  let base: KnowledgeBase
  let evidence: Evidence
  /// The day whose fees count: those of later days nobody knows.
  let on: CivilDate

  private func fees(_ credential: Credential) -> [PlanFee] {
    PlanValuesReader(
      base: base, credential: credential.id, on: on, isMember: PlanService.isMember(credential, evidence)
    ).values.fees
  }

  /// The exam, where its fee differs by route or membership as one range.
  func exam(_ credential: Credential) -> Cost {
    let fees = fees(credential).filter { $0.stage == .exam }
    guard let low = fees.map(\.low).min(), let high = fees.map(\.high).max() else {
      return Cost(unknown: [.init(text: Phrase("Exam fee", "Costo del examen"), ask: .body)])
    }
    let text =
      fees.count == 1
      ? fees[0].text
      : Phrase("Exam fee, by route and membership", "Costo del examen, según la vía y la membresía")
    return Cost(items: [
      .init(
        text: text, low: low, high: high, grade: fees.map(\.grade).min() ?? .reported,
        citations: fees.flatMap(\.citations))
    ])
  }

  /// Another sitting.
  func retake(_ credential: Credential) -> Cost {
    cost(
      fees(credential).filter { $0.stage == .retake }, named("retest", credential) + named("retake", credential),
      unknown: Phrase("Fee to take the exam again", "Costo de repetir el examen"))
  }

  /// One year of yearly fees, and one renewal.
  func keeping(_ credential: Credential) -> Cost {
    cost(
      fees(credential).filter { $0.stage == .yearly || $0.stage == .renewal }, [],
      unknown: Phrase("Renewal fee", "Costo de la renovación"))
  }

  /// A way to renew it or to get it back: the fee that bears its name, and the exam where it is by exam; else the renewal.
  func way(_ rule: Rule, of credential: Credential) -> Cost {
    let own = named(String(rule.id.dropFirst(credential.id.count + 1)), credential).map(cost)
    let isExam = rule.acts.contains { base.book.acts[$0].name == "examination" }
    if own.isEmpty, !isExam { return keeping(credential) }
    return (own + (isExam ? [exam(credential)] : [])).reduce(Cost(), +)
  }

  private func named(_ name: String, _ credential: Credential) -> [DatedValue] {
    base.value(credential.id, "fee." + name).map { [$0] } ?? []
  }

  private func cost(_ fees: [PlanFee], _ values: [DatedValue], unknown: Phrase) -> Cost {
    if fees.isEmpty {
      let told = values.map(cost).reduce(Cost(), +)
      return told.items.isEmpty && told.unknown.isEmpty ? Cost(unknown: [.init(text: unknown, ask: .body)]) : told
    }
    return Cost(
      items: fees.map { .init(text: $0.text, low: $0.low, high: $0.high, grade: $0.grade, citations: $0.citations) })
  }

  /// A value of the packs: an amount, or the words that stand where none is known.
  private func cost(_ value: DatedValue) -> Cost {
    let answers = value.answers(on: on)
    let amounts = answers.compactMap { answer -> Money? in
      if case .money(let money) = answer.reading.content { money } else { nil }
    }
    if let low = amounts.min(), let high = amounts.max() {
      return Cost(items: [
        .init(
          text: value.text, low: low, high: high, grade: answers.map(\.grade).min(),
          citations: answers.flatMap(\.reading.citations))
      ])
    }
    let words = answers.compactMap { answer -> Phrase? in
      if case .text(let text) = answer.reading.content { text } else { nil }
    }
    let text = words.first.map { Phrase("\(value.text.en): \($0.en)", "\(value.text.es): \($0.es)") } ?? value.text
    return Cost(unknown: [.init(text: text, ask: .body)])
  }
}
