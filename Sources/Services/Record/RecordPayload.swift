public import CanonicalJSON
import Rules
import Vocabulary

/// What an entry about a record says: what stands sealed in the log.
///
/// ```
/// {"by":"…","content":{"cards":[{"expires":"2028-03-31","id":"card-1","type":"bls"}]},"record":"…","supersedes":12,"why":"…"}
/// ```
/// `content` has the form of a [person file](../../../docs/reference/person-file.md); a withdrawal has none.
public struct RecordPayload: Hashable, Sendable {
  public let record: RecordID
  public let content: RecordContent?
  public let statement: RecordStatement

  public init(record: RecordID, content: RecordContent?, statement: RecordStatement) {
    (self.record, self.content, self.statement) = (record, content, statement)
  }

  /// As it is sealed.
  public var json: JSON {
    var object = JSONObject()
    object["by"] = .string(statement.by)
    object["record"] = .string(record.text)
    object["why"] = statement.why.map { .string($0) }
    object["supersedes"] = statement.supersedes.flatMap { JSONNumber(whole: Int64($0)) }.map { .number($0) }
    object["content"] = content.map(Self.json)
    return .object(object)
  }

  /// Reads what `json` wrote; nil when it is anything else.
  public init?(_ json: JSON) {
    guard let object = json.asObject, let by = object["by"]?.asString,
      let record = object["record"]?.asString.flatMap({ RecordID(text: $0) })
    else { return nil }
    let content = object["content"].map(Self.content)
    // A content that is there and cannot be read.
    if case .some(.none) = content { return nil }
    self.init(
      record: record, content: content ?? nil,
      statement: RecordStatement(
        by: by, why: object["why"]?.asString, supersedes: object["supersedes"]?.asWhole.map { Int($0) }))
  }

  private static func json(_ content: RecordContent) -> JSON {
    switch content {
    case .complete(let kind, let through):
      return ["complete_through": .object(JSONObject(kind.listName, .string(RecordJSON.text(through))))]
    case .evidence(let record):
      let entry = RecordJSON.json(record)
      return .object(JSONObject(record.kind.listName, record.kind == .person ? entry : .array([entry])))
    }
  }

  private static func content(_ json: JSON) -> RecordContent? {
    guard let member = json.asObject?.members.first, json.asObject?.members.count == 1 else { return nil }
    if member.key == "complete_through" {
      guard let list = member.value.asObject?.members.first, let kind = EvidenceKind(listName: list.key),
        let through = list.value.asString.flatMap({ RecordJSON.day($0) })
      else { return nil }
      return .complete(kind, through: through)
    }
    guard let kind = EvidenceKind(listName: member.key) else { return nil }
    let entry = kind == .person ? member.value : member.value.asArray?.first
    return entry.flatMap { RecordJSON.record($0, kind) }.map { .evidence($0) }
  }
}

extension JSONObject {
  fileprivate init(_ key: String, _ value: JSON) {
    self.init()
    self[key] = value
  }
}

extension EvidenceKind {
  /// The kind of a list in a person file.
  fileprivate init?(listName: String) {
    guard let kind = Self.allCases.first(where: { $0.listName == listName }) else { return nil }
    self = kind
  }
}
