import CanonicalJSON
import Cryptography
import Knowledge
import Rules
import Testing
import Vocabulary

@testable import Services

@Suite("Letters after a name, and what a check makes of evidence")
struct CertificationAnswerTests {
  private static let asOf = CivilDate(days: 20_780)
  private static let base = Fixture.base

  private static func record(_ first: CivilDate, _ last: CivilDate?, grade: EvidenceGrade = .selfReported)
    -> EvidenceRecord
  {
    var record = EvidenceRecord(
      id: "certification-1", kind: .certification,
      values: ["of": .word("aama/cma"), "date": .day(DayInterval(first), expected: false)], grade: grade)
    if let last { record["expires"] = .day(DayInterval(last), expected: false) }
    return record
  }

  private static func version(_ record: EvidenceRecord, _ sequence: Int = 7) -> RecordVersion {
    RecordVersion(
      record: .fresh(from: .repeatable(.init(Array(repeating: 1, count: 32))!)), sequence: sequence,
      content: .evidence(record), knownFrom: Instant(microseconds: 0), knownUntil: nil,
      statement: RecordStatement(by: "somebody"))
  }

  private static func check(
    _ version: RecordVersion, _ answer: SourceCheck.Answer, stated: CivilDate, days: Int, sequence: Int? = nil
  ) -> KeptCheck {
    KeptCheck(
      SourceCheck(
        id: .fresh(from: .system),
        place: RecordReference(record: version.record, sequence: sequence ?? version.sequence), kind: .certification,
        source: "the issuer", method: .website,
        by: SourceCheck.Checker(account: .fresh(from: .system), organization: .fresh(from: .system)), stated: stated,
        answer: answer, evidence: nil, policyDays: days),
      observed: Instant(microseconds: 1))
  }

  private static func answer(
    _ versions: [RecordVersion], _ checks: [KeptCheck], on day: CivilDate, of id: String = "aama/cma"
  ) throws -> CertificationAnswer {
    let recorded = RecordedEvidence(versions) { _ in .distantPast }
    let credential = try #require(base.credential(id))
    return try #require(
      try Certification(base, recorded, checks, on: day).answer(
        credential, on: DayInterval(day), shown: "Maya Sample"))
  }

  @Test("letters stand on exactly the days on which the life says current and the check holds")
  func letters() throws {
    var random = SplitMix64(state: 5)
    var shown = 0
    for _ in 1...40 {
      let first = Self.asOf.adding(days: -Int.random(in: 0...900, using: &random))
      let last = first.adding(days: Int.random(in: 1...1200, using: &random))
      let stated = Self.asOf.adding(days: -Int.random(in: 0...300, using: &random))
      let policy = Int.random(in: 1...120, using: &random)
      let isCovered = Int.random(in: 0...4, using: &random) > 0
      let version = Self.version(Self.record(first, last))
      let check = Self.check(
        version, .confirms(begins: first, ends: isCovered ? last : nil), stated: stated, days: policy)
      let credential = try #require(Self.base.credential("aama/cma"))
      for _ in 1...5 {
        let day = stated.adding(days: Int.random(in: -15...(policy + 15), using: &random))
        let answer = try Self.answer([version], [check], on: day)
        let recorded = RecordedEvidence([version]) { _ in .distantPast }
        let evidence = CheckedEvidence(recorded, [check], on: day).evidence
        let life = try #require(try Assessor(Self.base).life(credential, evidence, Inquiry(asOf: day)))
        let isCurrent = [.certified, .due, .renewalUnknown].contains(life.phases.value(on: day))
        let holds = isCovered && stated <= day && stated.days(to: day) < policy
        #expect(answer.hasLetters == (isCurrent && holds), "\(first) \(last) \(stated) \(policy) on \(day)")
        #expect(answer.hasLetters == (answer.word == .yes))
        // The life itself is what plain days say.
        #expect(!isCurrent || (first <= day && day <= last))
        shown += answer.hasLetters ? 1 : 0
      }
    }
    #expect(shown > 15, "\(shown)")
  }

  @Test("a no rests on a rule that the body states", arguments: [("aama/cma", true), ("amt/rma", false)])
  func ended(_ id: String, isStated: Bool) throws {
    var record = Self.record(Self.asOf.adding(days: -3_900), nil)
    record["of"] = .word(id)
    let whole = RecordVersion(
      record: .fresh(from: .repeatable(.init(Array(repeating: 2, count: 32))!)), sequence: 8,
      content: .complete(.certification, through: Self.asOf), knownFrom: Instant(microseconds: 0), knownUntil: nil,
      statement: RecordStatement(by: "somebody"))
    let answer = try Self.answer([Self.version(record), whole], [], on: Self.asOf, of: id)
    #expect(answer.word == (isStated ? .no : .notKnown))
    #expect(answer.notFrom == (isStated ? Self.asOf : nil) && !answer.hasLetters)
  }

  @Test("a grade that was written into a file is no check")
  func written() throws {
    for grade in EvidenceGrade.allCases {
      let version = Self.version(Self.record(Self.asOf.adding(days: -10), Self.asOf.adding(days: 10), grade: grade))
      let answer = try Self.answer([version], [], on: Self.asOf)
      #expect(answer.word == .notChecked && !answer.hasLetters, "\(grade)")
      let recorded = RecordedEvidence([version]) { _ in .distantPast }
      #expect(CheckedEvidence(recorded, [], on: Self.asOf).evidence.records[0].grade <= .document)
    }
  }

  @Test("the last look at this version counts: later days first, then what was noted later")
  func last() {
    let version = Self.version(Self.record(Self.asOf.adding(days: -10), Self.asOf.adding(days: 10)))
    let confirms = SourceCheck.Answer.confirms(begins: Self.asOf.adding(days: -10), ends: Self.asOf.adding(days: 10))
    let good = Self.check(version, confirms, stated: Self.asOf, days: 30)
    let bad = Self.check(version, .nothingFound, stated: Self.asOf, days: 30)
    let older = Self.check(version, .nothingFound, stated: Self.asOf.previous, days: 30)
    let earlier = Self.check(version, confirms, stated: Self.asOf, days: 30, sequence: 3)
    let ahead = Self.check(version, .nothingFound, stated: Self.asOf.next, days: 30)
    func standing(_ checks: [KeptCheck]) -> CheckStanding? {
      CheckedEvidence(RecordedEvidence([version]) { _ in .distantPast }, checks, on: Self.asOf)
        .standings["certification-1"]
    }
    #expect(standing([]) == .unchecked)
    #expect(standing([earlier]) == .changedSince(earlier))
    #expect(standing([good, older, ahead]) == .holds(good))
    #expect(standing([good, bad]) == .differs(bad))
    #expect(standing([bad, good]) == .holds(good))
  }

  @Test("a check is written and read back as it was")
  func json() throws {
    let version = Self.version(Self.record(Self.asOf, nil))
    let answers: [SourceCheck.Answer] = [
      .confirms(begins: nil, ends: nil), .confirms(begins: Self.asOf, ends: Self.asOf.next), .differs("<b>\"x\"</b>"),
      .nothingFound, .revoked(on: nil), .revoked(on: Self.asOf),
    ]
    for answer in answers {
      let check = Self.check(version, answer, stated: Self.asOf, days: 30).check
      #expect(SourceCheckJSON.check(SourceCheckJSON.json(check)) == check)
    }
    #expect(SourceCheckJSON.check(["id": "x"]) == nil)
  }
}
