import CanonicalJSON
public import Rules
public import Vocabulary

/// What somebody keeps about themselves as a file of their own: JSON with one way to write it. See
/// `docs/reference/record-file.md`.
///
/// It holds what stands, and on demand the history. Texts that look as if they were about a patient are left out.
public struct RecordFile: Hashable, Sendable {
  /// What one part holds.
  public struct Holding: Hashable, Sendable {
    /// By kind, and within a kind in the order in which it was recorded. Each has a name of its own.
    public var records: [EvidenceRecord] = []
    public var completeThrough: [EvidenceKind: CivilDate] = [:]
  }

  /// All but what is known of health.
  public var record = Holding()
  /// What is known of health; nil: the file does not hold it.
  public var health: Holding?
  /// Everything that was ever recorded, for reading; an import takes nothing from it.
  public var history: [RecordEvent] = []

  /// The largest file that is read, in bytes.
  public static let largest = 2 << 20

  /// An empty file.
  public init() {}

  /// The holding of a part.
  public func holding(_ part: RecordPart) -> Holding? {
    switch part {
    case .record: record
    case .health: health
    }
  }

  // MARK: - Writing

  /// The bytes, the same for the same content.
  public var bytes: [UInt8] { json.bytes }

  private var json: JSON {
    var object = Self.object(record)
    object["record_file"] = 1
    object["health"] = health.map { .object(Self.object($0)) }
    if !history.isEmpty { object["history"] = .array(history.map(Self.entry)) }
    return .object(object)
  }

  private static func object(_ holding: Holding) -> JSONObject {
    var lists = JSONObject()
    for kind in EvidenceKind.allCases {
      let records = holding.records.filter { $0.kind == kind }
      if !records.isEmpty { lists[kind.listName] = .array(records.map(RecordJSON.json)) }
    }
    var complete = JSONObject()
    for (kind, day) in holding.completeThrough { complete[kind.listName] = .string(RecordJSON.text(day)) }
    var object = JSONObject()
    object["records"] = .object(lists)
    object["complete_through"] = .object(complete)
    return object
  }

  /// When, in microseconds since 1970; what was said; and why.
  private static func entry(_ event: RecordEvent) -> JSON {
    let payload = RecordPayload(record: event.record, content: event.content, statement: event.statement).json
    var object = payload.asObject ?? JSONObject()
    object["at"] = JSONNumber(whole: event.at.microseconds).map { .number($0) }
    object["by"] = nil
    object["supersedes"] = nil
    return .object(object)
  }
}
