import CanonicalJSON
import Cryptography
import Rules
import Vocabulary

/// A check as JSON, and back: what its entry of the log says. Every check comes back as it was.
enum SourceCheckJSON {
  /// The kind of its entry.
  static let kind = "check.recorded"

  static func entry(_ check: SourceCheck, of person: PersonID) -> LogEntryDraft {
    LogEntryDraft(kind: kind, person: person, payload: json(check))
  }

  static func json(_ check: SourceCheck) -> JSON {
    AccountEntries.object(
      [
        ("id", .string(check.id.text)), ("record", .string(check.place.record.text)),
        ("sequence", whole(check.place.sequence)), ("kind", .string(check.kind.rawValue)),
        ("source", .string(check.source)), ("method", .string(check.method.rawValue)),
        ("by", .string(check.by.account.text)), ("organization", .string(check.by.organization.text)),
        ("stated", day(check.stated)), ("name", check.name.map { .string($0) }),
        ("evidence", check.evidence.map { .string($0.description) }),
        ("policy_days", whole(check.policyDays)),
      ] + answer(check.answer))
  }

  private static func answer(_ answer: SourceCheck.Answer) -> [(String, JSON?)] {
    switch answer {
    case .confirms(let begins, let ends):
      [("answer", "confirms"), ("begins", begins.map(day)), ("ends", ends.map(day))]
    case .differs(let said): [("answer", "differs"), ("said", .string(said))]
    case .nothingFound: [("answer", "nothing-found")]
    case .revoked(let on): [("answer", "revoked"), ("on", on.map(day))]
    }
  }

  /// Nil for JSON that is no check.
  static func check(_ json: JSON) -> SourceCheck? {
    guard let id = json["id"]?.asString.flatMap({ SourceCheck.ID(text: $0) }),
      let record = json["record"]?.asString.flatMap({ RecordID(text: $0) }), let sequence = json["sequence"]?.asWhole,
      let kind = json["kind"]?.asString.flatMap(EvidenceKind.init(rawValue:)), let source = json["source"]?.asString,
      let method = json["method"]?.asString.flatMap(SourceCheck.Method.init(rawValue:)),
      let account = json["by"]?.asString.flatMap({ Account.ID(text: $0) }),
      let organization = json["organization"]?.asString.flatMap({ Organization.ID(text: $0) }),
      let stated = json["stated"].flatMap(day), let days = json["policy_days"]?.asWhole, let answer = answer(json)
    else { return nil }
    return SourceCheck(
      id: id, place: RecordReference(record: record, sequence: Int(sequence)), kind: kind, source: source,
      method: method, by: SourceCheck.Checker(account: account, organization: organization), stated: stated,
      answer: answer, name: json["name"]?.asString, evidence: json["evidence"]?.asString.flatMap(digest),
      policyDays: Int(days))
  }

  private static func answer(_ json: JSON) -> SourceCheck.Answer? {
    switch json["answer"]?.asString {
    case "confirms": .confirms(begins: json["begins"].flatMap(day), ends: json["ends"].flatMap(day))
    case "differs": json["said"]?.asString.map { .differs($0) }
    case "nothing-found": .nothingFound
    case "revoked": .revoked(on: json["on"].flatMap(day))
    default: nil
    }
  }

  private static func whole(_ number: Int) -> JSON? { JSONNumber(whole: Int64(number)).map { .number($0) } }
  private static func day(_ day: CivilDate) -> JSON { .string(RecordJSON.text(day)) }
  private static func day(_ json: JSON) -> CivilDate? { json.asString.flatMap { RecordJSON.day($0) } }

  /// Reads 64 hexadecimal digits of a SHA-256; nil for anything else.
  static func digest(_ text: String) -> Digest? { Hex.bytes(text).flatMap { Digest($0) } }
}
