import Rules
import Vocabulary

/// Reads from the life and renewal rules how long a certification runs and what keeps it.
struct UpkeepReader {
  let prober: Prober
  let credential: String

  private var book: RuleBook { prober.evaluator.book }

  /// - Parameters:
  ///   - evidence: with the certification, expected or given.
  ///   - day: a day on which it runs.
  func upkeep(_ evidence: Evidence, on day: CivilDate) -> Upkeep {
    var result = (through: CivilDate?.none, possibly: CivilDate?.none, grade: RuleGrade?.none)
    if let line = prober.other(credential + "/current", evidence), line.value(on: day).verdict == .met {
      let span = line.verdictSpan(on: day)
      result.through = span.last.isFinite ? span.last : nil
      result.grade = line.value(on: day).grade
      if span.last.isFinite, line.value(on: span.last.next).verdict > .notMet,
        let end = line.first(from: span.last.next, where: { $0.verdict == .notMet })
      {
        result.possibly = end.previous
      }
    }
    return Upkeep(
      currentThrough: result.through, possiblyThrough: result.possibly, grade: result.grade, duties: duties)
  }

  /// A certification by examination, given on a day.
  static func certification(_ credential: String, on day: CivilDate, asOf: CivilDate) -> EvidenceRecord {
    EvidenceRecord(
      id: "planned-certification", kind: .certification,
      values: ["of": .word(credential), "date": .planned(day, asOf: asOf), "by": .word("examination")])
  }

  /// The duties that the credential's rules name for keeping it, each once, in the order of the packs.
  var duties: [Upkeep.Duty] {
    var result: [Upkeep.Duty] = []
    var seen: Set<Phrase> = []
    for rule in book.rules where isUpkeep(rule) {
      walk(rule.root, Place(rule: rule.id)) { duty in
        if seen.insert(duty.text).inserted { result.append(duty) }
      }
    }
    return result
  }

  /// What keeps a running certification: not sitting the exam, not getting one back after it has ended.
  private func isUpkeep(_ rule: Rule) -> Bool {
    guard rule.id.hasPrefix(credential + "/") else { return false }
    let name = rule.id.dropFirst(credential.count + 1)
    return name == "current" || name == "active" || name.hasSuffix("by-education")
  }

  /// Where the walk is.
  private struct Place {
    let rule: String
    var text: Phrase?
    var months: Int?
    var isReading = false
  }

  private func walk(_ id: Requirement.ID, _ place: Place, _ found: (Upkeep.Duty) -> Void) {
    let requirement = book.requirements[id]
    var place = place
    place.text = requirement.text ?? place.text
    switch requirement.word {
    case .leaf(.points), .leaf(.entries), .leaf(.holds):
      guard let text = place.text else { return }
      found(
        Upkeep.Duty(
          text: text, rule: place.rule, path: requirement.path, everyMonths: place.months, isReading: place.isReading))
    case .leaf(.eachCycle(let cycle)):
      place.months = cycle.months
      walk(cycle.duty, place, found)
    case .leaf: break
    case .versions(_, let list):
      let ahead = Set(list.choices.spans(in: DayInterval(prober.asOf, .distantFuture)).flatMap(\.value.candidates))
      if ahead.count > 1 { place.isReading = true }
      for version in ahead.sorted() {
        if let child = list.versions[version].requirement { walk(child, place, found) }
      }
    case .conflict(_, let ids):
      place.isReading = true
      for child in ids { walk(child, place, found) }
    case .all(let ids), .any(let ids), .atLeastOf(_, let ids): for child in ids { walk(child, place, found) }
    case .some(_, let child): walk(child, place, found)
    case .rule(let index): walk(book.rules[index].root, place, found)
    }
  }
}
