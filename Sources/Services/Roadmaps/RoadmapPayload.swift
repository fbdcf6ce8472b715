public import CanonicalJSON
import Planning
import Vocabulary

/// What an entry about a roadmap says: what stands sealed in the log.
public struct RoadmapPayload: Hashable, Sendable {
  public let id: RoadmapID
  /// nil: it was removed.
  public let roadmap: SavedRoadmap?
  /// Who did it: the identifier of an account.
  public let by: String

  public init(_ id: RoadmapID, _ roadmap: SavedRoadmap?, by: String) {
    (self.id, self.roadmap, self.by) = (id, roadmap, by)
  }

  /// As it is sealed.
  public var json: JSON {
    var object = roadmap.map(RoadmapJSON.object) ?? JSONObject()
    object["id"] = .string(id.text)
    object["by"] = .string(by)
    return .object(object)
  }

  /// Reads what `json` wrote; nil when it is anything else.
  public init?(_ json: JSON) {
    guard let object = json.asObject, let by = object["by"]?.asString,
      let id = object["id"]?.asString.flatMap({ RoadmapID(text: $0) })
    else { return nil }
    guard object["credential"] != nil else {
      self.init(id, nil, by: by)
      return
    }
    guard let roadmap = RoadmapJSON.roadmap(object, id) else { return nil }
    self.init(id, roadmap, by: by)
  }
}
