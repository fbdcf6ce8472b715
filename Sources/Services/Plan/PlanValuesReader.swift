import Knowledge
import Planning
import Rules
import Vocabulary

/// Fees, documents and facts of a credential's packs, as a plan takes them.
struct PlanValuesReader {
  let base: KnowledgeBase
  let credential: String
  let on: CivilDate
  /// nil: not known, so prices for members and others make a range.
  let isMember: Bool?

  var values: PlanValues { PlanValues(fees: fees, notes: notes) }

  // MARK: - Fees

  private static func stage(_ name: String) -> PlanFee.Stage? {
    let parts = name.split(separator: ".").map(String.init)
    guard parts.count >= 2 else { return nil }
    switch (parts[0], parts[1]) {
    case ("fee", "examination"), ("fee", "application"): return .exam
    case ("fee", "review"): return .review
    case ("fee", "retest"), ("fee", "retake"): return .retake
    case ("fee", "annual"): return .yearly
    case ("fee", "renewal"), ("renewal", "fee"): return .renewal
    default: return nil
    }
  }

  private var fees: [PlanFee] {
    let all = base.values(of: credential).compactMap(fee)
    var groups: [(key: String, fees: [PlanFee])] = []
    for fee in all {
      let key = PlanValuesReader.withoutMembership(fee.name)
      if let i = groups.firstIndex(where: { $0.key == key && $0.fees[0].routes == fee.routes }) {
        groups[i].fees.append(fee)
      } else {
        groups.append((key, [fee]))
      }
    }
    return groups.map { chosen($0.fees) }
  }

  private func fee(_ value: DatedValue) -> PlanFee? {
    guard let stage = PlanValuesReader.stage(value.name) else { return nil }
    let answers = value.answers(on: on)
    let amounts = answers.compactMap { answer -> Money? in
      if case .money(let money) = answer.reading.content { money } else { nil }
    }
    guard let low = amounts.min(), let high = amounts.max() else { return nil }
    return PlanFee(
      name: value.name, text: value.text, stage: stage, low: low, high: high,
      grade: answers.map(\.grade).min() ?? .reported, routes: value.routes,
      citations: answers.flatMap(\.reading.citations))
  }

  private static let memberEndings = [".members", ".member"]
  private static let otherEndings = [".non-members", ".non-member"]

  private static func withoutMembership(_ name: String) -> String {
    for ending in otherEndings + memberEndings where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  /// One price out of those for members and for others; a range where nobody said which.
  private func chosen(_ fees: [PlanFee]) -> PlanFee {
    let members = fees.filter { fee in PlanValuesReader.memberEndings.contains(where: fee.name.hasSuffix) }
    let others = fees.filter { !members.contains($0) }
    if let isMember, let fee = isMember ? members.first ?? others.first : others.first ?? members.first { return fee }
    guard fees.count > 1, let low = fees.map(\.low).min(), let high = fees.map(\.high).max() else { return fees[0] }
    return PlanFee(
      name: PlanValuesReader.withoutMembership(fees[0].name),
      text: Phrase("Exam fee, for members and for others", "Costo del examen, para miembros y para los demás"),
      stage: fees[0].stage, low: low, high: high, grade: fees.map(\.grade).min() ?? .reported, routes: fees[0].routes,
      citations: fees.flatMap(\.citations))
  }

  // MARK: - Documents and facts

  private var notes: [PlanNote] {
    base.values(of: credential).compactMap { value in
      let parts = value.name.split(separator: ".")
      let stage: PlanNote.Stage
      switch parts.first {
      case "document", "application": stage = .application
      case "examination":
        if parts.count > 1, parts[1] == "outline" || parts[1] == "content" { return nil }
        stage = .exam
      case "renewal": stage = .renewal
      default: return nil
      }
      let answers = value.answers(on: on)
      guard !answers.isEmpty else { return nil }
      return PlanNote(
        name: value.name, text: value.text, detail: detail(answers.map(\.reading.content)), stage: stage,
        isDocument: parts[0] == "document", grade: answers.map(\.grade).min() ?? .reported, routes: value.routes,
        citations: answers.flatMap(\.reading.citations))
    }
  }

  private func detail(_ contents: [DatedValue.Content]) -> Phrase? {
    func text(_ content: DatedValue.Content) -> Phrase? {
      switch content {
      case .money(let money): Phrase(money.description, money.description)
      case .amount(let amount, let unit): FieldWording.amount(amount, unit)
      case .flag(let flag): flag ? nil : Phrase("no", "no")
      case .text(let text): text
      }
    }
    var seen: Set<Phrase> = []
    let texts = contents.compactMap(text).filter { seen.insert($0).inserted }
    if texts.isEmpty { return nil }
    return Phrase(
      texts.map(\.en).joined(separator: " / or: "), texts.map(\.es).joined(separator: " / o: "))
  }
}
