import Testing
import Vocabulary

@Suite("Findings: how marks combine")
struct FindingTests {
  /// Every combination of verdict, rule marks, evidence and flags: 512.
  private static let patterns: [Finding] = Verdict.allCases.flatMap { verdict in
    EvidenceGrade.allCases.flatMap { evidence in
      (0..<32).map { flags in
        var finding = Finding(verdict, evidence: evidence)
        if flags & 1 != 0 { finding = finding.presumed }
        if flags & 2 != 0 { finding = finding.reported }
        if flags & 4 != 0 { finding = finding.shortOfEvidence }
        if flags & 8 != 0 { finding = finding.disputedElsewhere }
        if flags & 16 != 0 { finding = finding.issuers }
        return finding
      }
    }
  }

  /// The weakest of each mark, written out.
  private func weakest(_ a: Finding, _ b: Finding, isWeakest c: Finding) -> Bool {
    c.isBodys == (a.isBodys && b.isBodys) && c.isDated == (a.isDated && b.isDated)
      && c.evidence == min(a.evidence, b.evidence)
      && c.isShortOfEvidence == (a.isShortOfEvidence || b.isShortOfEvidence)
      && c.isDisputedElsewhere == (a.isDisputedElsewhere || b.isDisputedElsewhere)
      && c.isIssuers == (a.isIssuers && b.isIssuers)
  }

  @Test("all and any are commutative and idempotent over all patterns")
  func commutative() {
    #expect(Set(Self.patterns).count == 512)
    for a in Self.patterns {
      guard Finding.all(a, a) == a, Finding.any(a, a) == a else {
        Issue.record("\(a)")
        return
      }
      for b in Self.patterns {
        guard Finding.all(a, b) == Finding.all(b, a), Finding.any(a, b) == Finding.any(b, a) else {
          Issue.record("\(a), \(b)")
          return
        }
      }
    }
  }

  @Test("all and any are associative")
  func associative() {
    // Exhaustive over verdicts and rule marks with one flag and two evidence grades, then random over everything.
    let coarse = Self.patterns.filter {
      !$0.isDisputedElsewhere && !$0.isIssuers && ($0.evidence == .selfReported || $0.evidence == .issuer)
    }
    #expect(coarse.count == 64)
    var random = SplitMix64(seed: 8)
    func check(_ a: Finding, _ b: Finding, _ c: Finding) -> Bool {
      Finding.all(Finding.all(a, b), c) == Finding.all(a, Finding.all(b, c))
        && Finding.any(Finding.any(a, b), c) == Finding.any(a, Finding.any(b, c))
    }
    for a in coarse {
      for b in coarse {
        for c in coarse where !check(a, b, c) {
          Issue.record("\(a), \(b), \(c)")
          return
        }
      }
    }
    for _ in 0..<400_000 {
      let (a, b, c) = (
        Self.patterns[Int.random(in: 0..<512, using: &random)], Self.patterns[Int.random(in: 0..<512, using: &random)],
        Self.patterns[Int.random(in: 0..<512, using: &random)]
      )
      guard check(a, b, c) else {
        Issue.record("\(a), \(b), \(c)")
        return
      }
    }
  }

  @Test("met under all, not met under any, unresolved under both: the weakest of each mark")
  func markByMark() {
    for a in Self.patterns {
      for b in Self.patterns {
        let all = Finding.all(a, b)
        let any = Finding.any(a, b)
        let bothOpen = [a, b].allSatisfy { $0.verdict == .undetermined || $0.verdict == .notCovered }
        if all.verdict == .met || bothOpen, !weakest(a, b, isWeakest: all) {
          Issue.record("all of \(a), \(b)")
          return
        }
        if any.verdict == .notMet || bothOpen, !weakest(a, b, isWeakest: any) {
          Issue.record("any of \(a), \(b)")
          return
        }
      }
    }
  }

  @Test("met under any and not met under all take one child whole, and green or red first")
  func wholeChild() {
    for a in Self.patterns {
      for b in Self.patterns {
        let any = Finding.any(a, b)
        if any.verdict == .met {
          guard any == a || any == b, any.isGreen == (a.isGreen || b.isGreen) else {
            Issue.record("any of \(a), \(b)")
            return
          }
        }
        let all = Finding.all(a, b)
        if all.verdict == .notMet {
          guard all == a || all == b, all.isRed == (a.isRed || b.isRed) else {
            Issue.record("all of \(a), \(b)")
            return
          }
        }
      }
    }
  }

  @Test("the best marks of two children are never joined")
  func trap() {
    let statedBySelf = Finding(.met, evidence: .selfReported).shortOfEvidence
    let reportedByIssuer = Finding(.met, evidence: .issuer).reported
    let joined = Finding.any(statedBySelf, reportedByIssuer)
    #expect(joined == statedBySelf || joined == reportedByIssuer)
    #expect(!joined.isGreen)
    #expect(!Finding.all(statedBySelf, reportedByIssuer).isGreen)
  }

  @Test("only a stated rule makes plain green or plain red")
  func colours() {
    for finding in Self.patterns {
      let isStated = finding.isBodys && finding.isDated
      #expect(finding.isGreen == (finding.verdict == .met && isStated && !finding.isShortOfEvidence))
      #expect(finding.isRed == (finding.verdict == .notMet && isStated))
      #expect(finding.grade == (!finding.isBodys ? .reported : isStated ? .stated : .presumed))
    }
  }

  @Test("a change of one mark leaves the others alone")
  func independent() {
    for finding in Self.patterns {
      for verdict in Verdict.allCases {
        let changed = finding.with(verdict: verdict)
        #expect(changed.verdict == verdict && changed.with(verdict: finding.verdict) == finding)
      }
      #expect(finding.presumed.evidence == finding.evidence && finding.presumed.isBodys == finding.isBodys)
      #expect(finding.weakened(by: Finding(.notMet)).with(verdict: .met).evidence == finding.evidence)
    }
  }
}
