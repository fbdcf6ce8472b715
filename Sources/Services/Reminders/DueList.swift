public import Knowledge
public import Rules
public import Vocabulary

/// What of a person runs out, and when: read from their evidence and from the timelines of the rules. Nothing here is a rule.
///
/// The record is read as if it was whole: what nobody has recorded keeps nothing alive. So it says until when things are
/// good by what is there, also when nobody has said for a year that there is nothing else.
///
/// What has no end, or renews itself as its rule says, is not in it; nor is what something later has taken the place of.
public struct DueList {
  let base: KnowledgeBase
  let assessor: Assessor

  public init(_ base: KnowledgeBase) { (self.base, assessor) = (base, Assessor(base)) }

  /// - Parameters:
  ///   - health: what is kept apart, if the person has any.
  ///   - goals: credentials that the person wants, beside those that the evidence names an application or an attempt for.
  ///   - kinds: of which kinds the evidence has all there is; of others nothing is taken to be missing.
  ///   - asOf: the day on which it is asked.
  public func items(
    _ evidence: Evidence, health: Evidence = Evidence(), goals: Set<String> = [],
    whole kinds: Set<EvidenceKind> = Set(EvidenceKind.allCases), asOf: CivilDate
  ) throws -> [DueItem] {
    let evidence = evidence.whole(kinds, through: asOf)
    var result: [DueItem] = []
    let wanted = goals.union(named(.application, evidence)).union(named(.attempt, evidence))
    let held = named(.certification, evidence)
    for credential in base.credentials {
      if held.contains(credential.id) {
        result += try certified(credential, evidence, asOf)
      } else if wanted.contains(credential.id), let window = try examWindow(credential, evidence, asOf) {
        result.append(window)
      }
    }
    result += latest(.license, "of", evidence, as: .license, license)
    result += latest(.card, "type", evidence, as: .card, Self.card)
    let lasting = latest(.health, "type", health, as: .health) { _ in Self.health }
    result += lasting
    result += seasonal(health, asOf).filter { item in
      // What has a last day of its own is told by that.
      !lasting.contains { $0.id.split(separator: " ").last == item.id.split(separator: " ").last }
    }
    return result.inOrder
  }

  /// All that is said of a health item.
  public static let health = Phrase("an item in your health part", "algo de su parte de salud")

  private static func card(_ type: String) -> Phrase {
    switch type {
    case "bls": Phrase("your BLS card", "su tarjeta de BLS")
    case "cpr": Phrase("your CPR card", "su tarjeta de RCP")
    case let other: Phrase("your \(other) card", "su tarjeta de \(other)")
    }
  }

  /// A state credential with its state: "Medical Assistant-Certified (WA)".
  private func license(_ id: String) -> Phrase {
    guard let (license, state) = base.license(id) else { return FieldWording.kind(.license) }
    return Phrase("\(license.name.en) (\(state.code))", "\(license.name.es) (\(state.code))")
  }

  /// The credentials that records of a kind name.
  private func named(_ kind: EvidenceKind, _ evidence: Evidence) -> Set<String> {
    Set(evidence.records(of: kind).compactMap { if case .word(let name) = $0["of"] { name } else { nil } })
  }

  /// Of the records of a kind that say the same of a field, the last day of the one that lasts longest.
  private func latest(
    _ kind: EvidenceKind, _ field: String, _ evidence: Evidence, as due: DueKind, _ text: (String) -> Phrase
  ) -> [DueItem] {
    var days: [String: CivilDate] = [:]
    for record in evidence.records(of: kind) {
      guard case .word(let name) = record[field] else { continue }
      switch record["expires"] {
      // Of a day known in part the first that it can be.
      case .day(let span, _): days[name] = max(days[name] ?? .distantPast, span.first)
      case .never: days[name] = .distantFuture
      case .unknown, .amount, .flag, .word, .words, .spans: break
      }
    }
    return days.filter(\.value.isFinite).map { name, day in
      DueItem(id: "\(due.rawValue) \(name)", kind: due, text: text(name), day: day)
    }
  }
}

extension Evidence {
  /// The same, with the lists of some kinds complete through a day.
  fileprivate func whole(_ kinds: Set<EvidenceKind>, through day: CivilDate) -> Evidence {
    var result = self
    for kind in kinds { result.completeThrough[kind] = max(completeThrough[kind] ?? day, day) }
    return result
  }
}
