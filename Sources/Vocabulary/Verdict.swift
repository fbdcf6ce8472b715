/// What a rule says about one day. A chain: `all` is the minimum, `any` the maximum.
public enum Verdict: UInt8, Sendable, Comparable, CaseIterable {
  /// The rule's words are not fulfilled.
  case notMet = 0
  /// No rule version speaks for that day, sources disagree in a way that matters here, or the packs are stale.
  case notCovered = 1
  /// Evidence is missing: a fact that nobody gave would settle it.
  case undetermined = 2
  /// The rule's words are fulfilled.
  case met = 3

  @inlinable
  public static func < (a: Verdict, b: Verdict) -> Bool { a.rawValue < b.rawValue }

  /// Neither met nor not met.
  @inlinable public var isOpen: Bool { self == .notCovered || self == .undetermined }

  /// Stable name in JSON and in cases.
  public var name: String {
    switch self {
    case .notMet: "not met"
    case .notCovered: "not covered"
    case .undetermined: "undetermined"
    case .met: "met"
    }
  }

  public init?(name: String) {
    guard let match = Verdict.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}

/// How well a fact about a person is supported, weakest first.
public enum EvidenceGrade: UInt8, Sendable, Comparable, CaseIterable {
  case selfReported = 0
  case document = 1
  case primarySource = 2
  case issuer = 3

  @inlinable
  public static func < (a: EvidenceGrade, b: EvidenceGrade) -> Bool { a.rawValue < b.rawValue }

  /// Stable name in files and JSON.
  public var name: String {
    switch self {
    case .selfReported: "self-reported"
    case .document: "document"
    case .primarySource: "primary source"
    case .issuer: "issuer"
    }
  }

  public init?(name: String) {
    guard let match = EvidenceGrade.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}

/// How sure a rule is, from its two marks: whose words (the body's or others'), and whether they are dated to the day.
public enum RuleGrade: UInt8, Sendable, Comparable, CaseIterable {
  /// A secondary source, dated or not.
  case reported = 0
  /// The body's own text in a copy of unknown age, or on a day outside its dates.
  case presumed = 1
  /// The body's own text, dated to that day.
  case stated = 2

  @inlinable
  public static func < (a: RuleGrade, b: RuleGrade) -> Bool { a.rawValue < b.rawValue }

  /// Stable name in files and JSON.
  public var name: String {
    switch self {
    case .reported: "reported"
    case .presumed: "presumed"
    case .stated: "stated"
    }
  }
}

/// A verdict with its marks, in two bytes: what a timeline of verdicts holds for a day.
///
/// The marks are separate (whose words, dated or not, evidence), never one chain; `Finding.all` and `Finding.any`
/// say how they combine.
@frozen
public struct Finding: Sendable, Hashable {
  // Bits: 0-1 verdict, 2 body's own words, 3 dated, 4-5 evidence grade, 6 evidence below what the requirement asks,
  // 7 disputed elsewhere, 8 settled by the issuer.
  @usableFromInline var bits: UInt16

  @inlinable
  init(bits: UInt16) { self.bits = bits }

  /// A verdict under a rule in the body's own dated words.
  @inlinable
  public init(_ verdict: Verdict, evidence: EvidenceGrade = .issuer) {
    bits = UInt16(verdict.rawValue) | 0b1100 | UInt16(evidence.rawValue) << 4
  }

  @inlinable
  public var verdict: Verdict { Verdict(rawValue: UInt8(bits & 3)) ?? .notMet }

  /// Whether every rule it rests on is in the body's own words.
  @inlinable public var isBodys: Bool { bits & 0b100 != 0 }
  /// Whether every rule it rests on is dated to the day.
  @inlinable public var isDated: Bool { bits & 0b1000 != 0 }
  /// The weakest evidence it rests on.
  @inlinable public var evidence: EvidenceGrade { EvidenceGrade(rawValue: UInt8(bits >> 4 & 3)) ?? .selfReported }
  /// Whether some evidence is below the grade that its requirement asks for.
  @inlinable public var isShortOfEvidence: Bool { bits & 0x40 != 0 }
  /// Whether two sources disagree here, but not about this verdict.
  @inlinable public var isDisputedElsewhere: Bool { bits & 0x80 != 0 }
  /// Whether the issuer's own decision about this person settles it.
  @inlinable public var isIssuers: Bool { bits & 0x100 != 0 }

  /// Stated, presumed or reported.
  @inlinable
  public var grade: RuleGrade { !isBodys ? .reported : isDated ? .stated : .presumed }

  /// Met, by a stated rule, on evidence of the grade that is asked for.
  @inlinable public var isGreen: Bool { verdict == .met && grade == .stated && !isShortOfEvidence }
  /// Not met, by a stated rule.
  @inlinable public var isRed: Bool { verdict == .notMet && grade == .stated }

  @inlinable
  public func with(verdict: Verdict) -> Finding { Finding(bits: bits & ~3 | UInt16(verdict.rawValue)) }
  /// Resting on a text of unknown age.
  @inlinable public var presumed: Finding { Finding(bits: bits & ~0b1000) }
  /// Resting on a secondary source.
  @inlinable public var reported: Finding { Finding(bits: bits & ~0b100) }
  /// Resting on evidence below what is asked for.
  @inlinable public var shortOfEvidence: Finding { Finding(bits: bits | 0x40) }
  /// Under two sources that agree here.
  @inlinable public var disputedElsewhere: Finding { Finding(bits: bits | 0x80) }
  /// Settled by the issuer.
  @inlinable public var issuers: Finding { Finding(bits: bits | 0x100) }

  /// This verdict with the weakest of both sets of marks, mark by mark.
  @inlinable
  public func weakened(by other: Finding) -> Finding {
    let rule = bits & other.bits & 0b1100
    let grade = min(bits & 0x30, other.bits & 0x30)
    let flags = (bits | other.bits) & 0xC0
    // Settled by the issuer only if both are.
    return Finding(bits: bits & 3 | rule | grade | flags | bits & other.bits & 0x100)
  }

  /// This finding with rule marks no stronger than those of another; evidence and flags stay. What the issuer itself
  /// decided stays stated.
  @inlinable
  public func withRuleMarks(atMost other: Finding) -> Finding {
    isIssuers ? self : Finding(bits: bits & (other.bits | ~0b1100))
  }

  /// For a choice among findings of one verdict: green first, then whose words, then dates, then evidence.
  @inlinable
  public var strength: Int {
    (isGreen || isRed ? 128 : 0) + (isBodys ? 64 : 0) + (isDated ? 32 : 0) + (isShortOfEvidence ? 0 : 16)
      + Int(evidence.rawValue) * 4 + (isDisputedElsewhere ? 0 : 2) + (isIssuers ? 1 : 0)
  }

  /// Whether no finding of this verdict is stronger, unless the issuer settled it.
  @inlinable
  public func isStrongest(_ verdict: Verdict) -> Bool {
    self.verdict == verdict && strength >= Finding(verdict, evidence: .issuer).strength
  }

  @inlinable
  func strongest(_ other: Finding) -> Finding { other.strength > strength ? other : self }

  /// Both needed. Met: the weakest of each mark. Not met: the strongest refutation, whole. Unresolved: the weakest
  /// marks of the unresolved.
  @inlinable
  public static func all(_ a: Finding, _ b: Finding) -> Finding {
    if a.verdict == b.verdict { return a.verdict == .notMet ? a.strongest(b) : a.weakened(by: b) }
    let (low, high) = a.verdict < b.verdict ? (a, b) : (b, a)
    return low.verdict != .notMet && high.verdict != .met ? low.weakened(by: high) : low
  }

  /// Either suffices. Met: the strongest, whole (never the best of each mark). Not met: the weakest of each mark.
  @inlinable
  public static func any(_ a: Finding, _ b: Finding) -> Finding {
    if a.verdict == b.verdict { return a.verdict == .met ? a.strongest(b) : a.weakened(by: b) }
    let (low, high) = a.verdict < b.verdict ? (a, b) : (b, a)
    return high.verdict != .met && low.verdict != .notMet ? high.weakened(by: low) : high
  }
}
