public import Knowledge
import Rules
public import Vocabulary

/// Whether somebody is certified on every day of an interval, as somebody who has to rely on it is told.
public struct CertificationAnswer: Sendable {
  public enum Word: String, Sendable, Hashable, CaseIterable {
    /// Current on every day asked about, and the issuer said so within the policy's days.
    case yes
    /// Not current on some day asked about: by a rule that the body states for that day, or because the issuer took it back.
    case no
    /// Current as the record says, but the issuer was not asked, or not within the policy's days.
    case notChecked = "not checked"
    /// The issuer said something else than the record, or found nothing.
    case differs
    /// Facts or rules do not tell.
    case notKnown = "not known"
  }

  public let credential: Credential
  public let word: Word
  /// For "no": the first of the days asked about on which it is not current; else nil.
  public let notFrom: CivilDate?
  /// Whether the letters stand after the name today.
  public let hasLetters: Bool
  /// The last day through which it is current without a gap from the first day asked about, as far as is known.
  public let through: CivilDate?
  /// How the record that decides stands with its issuer.
  public let standing: CheckStanding
  public let issuer: RecordIssuer
  /// How the name that the source shows stands to the one the answer is shown with.
  public let name: NameStanding
}

/// Asks the one evaluator about certifications, on evidence with what issuers said of it.
struct Certification {
  private let base: KnowledgeBase
  private let checked: CheckedEvidence
  private let day: CivilDate

  /// - Parameter day: the day of asking.
  init(_ base: KnowledgeBase, _ recorded: RecordedEvidence, _ checks: [KeptCheck], on day: CivilDate) {
    self.base = base
    self.day = day
    checked = CheckedEvidence(recorded, checks, on: day)
  }

  /// Nil where the packs have no rule on how long the credential is current.
  ///
  /// - Parameter name: with which the answer is shown. A source that shows one that nobody knows of gives no yes, and no letters.
  func answer(
    _ credential: Credential, on asked: DayInterval, shown name: String
  ) throws -> CertificationAnswer? {
    let assessor = Assessor(base)
    let inquiry = Inquiry(asOf: day)
    guard base.book.rule(credential.id + "/current") != nil,
      let life = try assessor.life(credential, checked.evidence, inquiry)
    else { return nil }
    let current = try assessor.determine(
      credential.id + "/current", checked.evidence, inquiry, credential: credential.id
    ).timeline
    let sure = current.map { $0.verdict == .met && $0.grade == .stated && $0.evidence >= .primarySource }
    let spans = life.phases.spans(in: asked)
    let standing = deciding(credential)
    let ended = spans.first { $0.value.isCurrent == false }?.days.first
    let names = NameStanding(
      standing.check?.check.name, shown: name, known: KnownName.all(in: checked.evidence))
    let isStated = ended.map { Self.isStatedNo(current.value(on: $0)) } ?? false
    let missing = isStated ? ended : Self.takenBack(standing, in: asked)
    let word: CertificationAnswer.Word
    if missing != nil {
      word = .no
    } else if ended != nil {
      // A rule that is presumed or reported gives no plain no, as it gives no plain yes.
      word = .notKnown
    } else if case .differs = standing {
      word = .differs
    } else if spans.contains(where: { $0.value.isCurrent == nil }) {
      word = .notKnown
    } else if names == .other {
      word = .notKnown
    } else if case .holds = standing {
      word = sure.spans(in: asked).allSatisfy(\.value) ? .yes : .notKnown
    } else {
      word = .notChecked
    }
    return CertificationAnswer(
      credential: credential, word: word, notFrom: missing,
      hasLetters: names != .other
        && Self.hasLetters(life.phases.value(on: day), sure.value(on: day), standing),
      through: life.through, standing: standing,
      issuer: RecordIssuer(
        of: EvidenceRecord(id: "asked", kind: .certification, values: ["of": .word(credential.id)]), base, on: day),
      name: names)
  }

  private static func isStatedNo(_ finding: Finding) -> Bool {
    finding.verdict == .notMet && finding.grade == .stated
  }

  /// The first day asked about on which the issuer has taken it back; where it does not say when, from the look on.
  private static func takenBack(_ standing: CheckStanding, in asked: DayInterval) -> CivilDate? {
    guard case .differs(let kept) = standing, case .revoked(let on) = kept.check.answer else { return nil }
    let first = max(asked.first, on ?? kept.check.stated)
    return first <= asked.last ? first : nil
  }

  /// Letters stand after a name only on days on which the life says current and a check with the issuer holds.
  private static func hasLetters(_ phase: CredentialLife.Phase, _ isSure: Bool, _ standing: CheckStanding) -> Bool {
    guard case .holds = standing else { return false }
    return phase.isCurrent == true && isSure
  }

  /// How the record that decides today stands: the newest certification in the credential.
  private func deciding(_ credential: Credential) -> CheckStanding {
    func first(_ record: EvidenceRecord) -> CivilDate {
      if case .day(let days, _) = record["date"] { days.first } else { .distantPast }
    }
    let own = checked.evidence.records(of: .certification).filter { $0["of"] == .word(credential.id) }
    return own.max { first($0) < first($1) }.flatMap { checked.standings[$0.id] } ?? .unchecked
  }
}

extension CredentialLife.Phase {
  /// Whether the credential is current on such a day; nil: not known.
  var isCurrent: Bool? {
    switch self {
    case .certified, .due, .renewalUnknown: true
    case .lateWindow, .reactivable, .lapsed, .eligible, .waiting, .closed, .notYetEligible: false
    case .unknown: nil
    }
  }
}
