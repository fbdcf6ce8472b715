public import Vocabulary

/// Finds the smallest sets of additions that would make a rule met.
///
/// The rules propose: each leaf that is not met lists what would help it. Then every set is applied and the rule is
/// evaluated again, so that nothing is claimed that the evaluator does not confirm.
public struct FlipSearch {
  private let evaluator: Evaluator
  private let limit: FlipLimit

  /// - Parameter evaluator: used during a search only; its last question is forgotten.
  public init(_ evaluator: Evaluator, limit: FlipLimit = FlipLimit()) {
    self.evaluator = evaluator
    self.limit = limit
  }

  /// What would make a rule, or a named part of one, met on the day or as soon after it as can be.
  public func flips(
    of address: String, _ evidence: Evidence, _ question: Question, on day: CivilDate
  ) throws(DeterminationError) -> FlipAnswer {
    let ruleID = address.split(separator: "#").first.map(String.init) ?? address
    guard let rule = evaluator.book.rule(ruleID),
      address == ruleID || evaluator.book.contains(address, below: rule.root)
    else { throw .unknownAddress(address) }
    let known = question.knownOn.map { evidence.known(on: $0) } ?? evidence
    let day = max(day, question.asOf)
    let proof = FlipProof(evaluator, address, known, question, day)
    let none = proof.evaluate([])
    if none.met == none.earliest { return FlipAnswer(flips: [], isComplete: true) }

    let target = Target(
      root: rule.root, part: address == ruleID ? nil : address, blankKinds: evaluator.book.blankKinds(below: rule.root))
    var found: [[Addition]: Flip] = [:]
    var isCut = false
    if let flip = proof.flip([]) { found[flip.additions] = flip }
    var tried: Set<[Addition]> = [[]]
    var rows = [[Addition]()]
    // A set that fails may need more once it is there: walk again from it.
    for round in 0..<3 where !rows.isEmpty {
      var next: [[Addition]] = []
      for base in rows {
        let (sets, cut) = proposals(target, base, known, question, proof)
        isCut = isCut || cut
        for set in sets where tried.insert(set).inserted {
          guard set.count <= limit.additions + 2 else {
            isCut = true
            continue
          }
          if let flips = keep(set, proof, &found) {
            // It helps, but only with more additions than a flip may have.
            isCut = isCut || flips == 0
            continue
          }
          if set.count < limit.additions, round < 2 { next.append(set) }
        }
      }
      if next.count > limit.sets { isCut = true }
      rows = Array(next.prefix(limit.sets))
    }
    let flips = found.values.filter { proof.isMinimal($0) }
    return FlipAnswer(flips: Array(flips).leanest.ordered, isComplete: !isCut)
  }

  private struct Target {
    let root: Requirement.ID
    let part: String?
    let blankKinds: Set<EvidenceKind>
  }

  /// Notes the flips that a set and its subsets amount to, and counts them; nil when the whole set never is met.
  private func keep(_ set: [Addition], _ proof: FlipProof, _ found: inout [[Addition]: Flip]) -> Int? {
    let atOnce = found.values.filter { $0.additions.last?.waitsUntil == nil }.map { Set($0.additions) }
      .filter { $0.isSubset(of: set) }
    guard !atOnce.isEmpty || proof.flip(set) != nil else { return nil }
    var count = atOnce.count
    var met = atOnce
    for subset in set.subsets() where subset.count <= limit.additions {
      // More than what suffices at once is never smallest.
      if met.contains(where: { $0.isStrictSubset(of: subset) }) { continue }
      guard let flip = proof.flip(subset), flip.additions.count <= limit.additions else { continue }
      count += 1
      found[flip.additions] = flip
      if flip.additions.count == subset.count { met.append(Set(subset)) }
    }
    return count
  }

  /// What the rules propose for the evidence with some additions, on its earliest day and on later days on which
  /// some part is met by itself.
  private func proposals(
    _ target: Target, _ base: [Addition], _ evidence: Evidence, _ question: Question, _ proof: FlipProof
  ) -> (sets: [[Addition]], isCut: Bool) {
    let earliest = proof.evaluate(base).earliest
    let taken = Set(evidence.records.map(\.id))
    let current = evidence.applying(base, asOf: question.asOf)
    let (blanked, blanks) = current.withBlanks(of: target.blankKinds, taken: taken)
    evaluator.begin(blanked, question, recording: true)
    var drafts: [Draft] = []
    var isCut = false
    var days = [earliest]
    var i = 0
    while i < min(days.count, 6) {
      var walk = FlipWalk(evaluator, blanked, blanks: blanks, taken: taken, limit: limit, day: days[i])
      let proposed = walk.drafts(target.root, .open, days[i], part: target.part)
      drafts += proposed.list
      isCut = isCut || proposed.isCut
      if i == 0 { days += walk.laterDays.filter { $0 > earliest }.sorted() }
      i += 1
    }
    var seen: Set<[Addition]> = []
    let sets = drafts.map { draft in
      (base + draft.finished(current, asOf: question.asOf)).folded(asOf: question.asOf).inStableOrder
    }
    return (sets.filter { seen.insert($0).inserted }, isCut)
  }
}
