public import CanonicalJSON
import Cryptography
public import Vocabulary

/// What an entry about a paper says: what stands sealed in the log. The content is not in it, only its hash.
public struct PaperPayload: Hashable, Sendable {
  public let id: PaperID
  /// nil: it was removed.
  public let paper: Paper?
  /// When it was added, where an entry changes one that is kept; nil: by this entry.
  public let added: Instant?
  /// Who did it: the identifier of an account.
  public let by: String

  public init(_ id: PaperID, _ paper: Paper?, added: Instant? = nil, by: String) {
    (self.id, self.paper, self.added, self.by) = (id, paper, added, by)
  }

  /// As it is sealed.
  public var json: JSON {
    var object = JSONObject()
    object["id"] = .string(id.text)
    object["by"] = .string(by)
    guard let paper else { return .object(object) }
    object["kind"] = .string(paper.kind.rawValue)
    object["sha256"] = .string(paper.digest.description)
    object["size"] = Self.number(paper.size)
    object["preview"] = Self.number(paper.previewSize)
    object["record"] = paper.record.map { .string($0.text) }
    object["added"] = added.flatMap { JSONNumber(whole: $0.microseconds) }.map { .number($0) }
    switch paper.form {
    case .photo(let width, let height): object["pixels"] = .array([width, height].compactMap(Self.number))
    case .document(let pages): object["pages"] = Self.number(pages)
    }
    return .object(object)
  }

  /// Reads what `json` wrote; nil when it is anything else.
  public init?(_ json: JSON) {
    guard let object = json.asObject, let by = object["by"]?.asString,
      let id = object["id"]?.asString.flatMap({ PaperID(text: $0) })
    else { return nil }
    guard let kind = object["kind"] else {
      self.init(id, nil, by: by)
      return
    }
    guard let kind = kind.asString.flatMap({ PaperKind(rawValue: $0) }), let form = Self.form(object),
      let digest = object["sha256"]?.asString.flatMap({ Hex.bytes($0) }).flatMap({ Digest($0) }),
      let size = object["size"]?.asWhole, let preview = object["preview"]?.asWhole
    else { return nil }
    let record = object["record"].map { $0.asString.flatMap { RecordID(text: $0) } }
    if case .some(.none) = record { return nil }
    let paper = Paper(
      id: id, kind: kind, form: form, size: Int(size), digest: digest, previewSize: Int(preview), record: record ?? nil)
    let added = object["added"].map { $0.asWhole.map { Instant(microseconds: $0) } }
    if case .some(.none) = added { return nil }
    self.init(id, paper, added: added ?? nil, by: by)
  }

  private static func form(_ object: JSONObject) -> PaperForm? {
    if let pages = object["pages"]?.asWhole { return .document(pages: Int(pages)) }
    guard let sides = object["pixels"]?.asArray?.compactMap(\.asWhole), sides.count == 2 else { return nil }
    return .photo(width: Int(sides[0]), height: Int(sides[1]))
  }

  private static func number(_ number: Int) -> JSON? { JSONNumber(whole: Int64(number)).map { .number($0) } }
}
