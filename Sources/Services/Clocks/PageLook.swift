public import CanonicalJSON
public import Vocabulary

/// That somebody looked at a body's own page on a day, before they applied.
public struct PageLook: Hashable, Sendable {
  /// The id of the credential: `aama/cma`.
  public let credential: String
  /// The key of the page: see `OfficialPage`.
  public let page: String
  /// Where it was then.
  public let url: String
  public let day: CivilDate

  public init(credential: String, page: String, url: String, day: CivilDate) {
    (self.credential, self.page, self.url, self.day) = (credential, page, url, day)
  }

  /// The most that one person keeps: more than there are pages.
  public static let most = 100
}

/// A look that is kept, and the entry of the log that says it.
public struct KeptLook: Hashable, Sendable {
  public let look: PageLook
  public let sequence: Int

  public init(look: PageLook, sequence: Int) { (self.look, self.sequence) = (look, sequence) }
}

/// What an entry about a look says: what stands sealed in the log.
public enum PageLookPayload: Hashable, Sendable {
  /// `by`: who noted it, the identifier of an account.
  case noted(PageLook, by: String)
  /// It counts no more: it was noted anew, or was never so. The entry that noted it.
  case forgotten(Int, by: String)

  /// As it is sealed.
  public var json: JSON {
    var object = JSONObject()
    switch self {
    case .noted(let look, let by):
      object["credential"] = .string(look.credential)
      object["page"] = .string(look.page)
      object["url"] = .string(look.url)
      object["day"] = .string(look.day.description)
      object["by"] = .string(by)
    case .forgotten(let sequence, let by):
      object["entry"] = .string(String(sequence))
      object["by"] = .string(by)
    }
    return .object(object)
  }

  /// Reads what `json` wrote; nil when it is anything else.
  public init?(_ json: JSON) {
    guard let object = json.asObject, let by = object["by"]?.asString else { return nil }
    if let entry = object["entry"]?.asString {
      guard let sequence = Int(entry) else { return nil }
      self = .forgotten(sequence, by: by)
      return
    }
    guard let credential = object["credential"]?.asString, let page = object["page"]?.asString,
      let url = object["url"]?.asString, let day = object["day"]?.asString.flatMap({ CivilDate($0) })
    else { return nil }
    self = .noted(PageLook(credential: credential, page: page, url: url, day: day), by: by)
  }
}
