import CanonicalJSON
import Planning

/// A step of a roadmap as JSON, and back.
enum StepJSON {
  static func json(_ step: RoadmapStep) -> JSON {
    var object = JSONObject()
    object["id"] = .string(step.id)
    object["kind"] = .string(step.kind.rawValue)
    object["said"] = step.said.map { .string($0.rawValue) }
    object["promise"] = step.promise.map(json)
    switch step.owner {
    case .person: break
    case .role(let name): object["owner"] = .string(name)
    }
    if !step.evidence.isEmpty { object["evidence"] = .array(step.evidence.map(json)) }
    object["note"] = step.note.map { .string($0) }
    return .object(object)
  }

  static func step(_ json: JSON) -> RoadmapStep? {
    guard let object = json.asObject, let id = object["id"]?.asString,
      let kind = object["kind"]?.asString.flatMap(Step.Kind.init(rawValue:))
    else { return nil }
    let said = object["said"].map { $0.asString.flatMap(RoadmapStep.Status.init(rawValue:)) }
    if case .some(.none) = said { return nil }
    let promise = object["promise"].map(promise)
    if case .some(.none) = promise { return nil }
    let evidence = (object["evidence"]?.asArray ?? []).map(evidence)
    guard !evidence.contains(nil) else { return nil }
    return RoadmapStep(
      id: id, kind: kind, promise: promise ?? nil, said: said ?? nil,
      owner: object["owner"]?.asString.map { .role($0) } ?? .person, evidence: evidence.compactMap(\.self),
      note: object["note"]?.asString)
  }

  private static func json(_ promise: RoadmapStep.Promise) -> JSON {
    var object = JSONObject()
    object["status"] = .string(promise.status.rawValue)
    object["start"] = promise.start.map(RoadmapJSON.day)
    object["end"] = promise.end.map(RoadmapJSON.day)
    object["window"] = promise.window.map(RoadmapJSON.days)
    if promise.isCritical { object["critical"] = true }
    return .object(object)
  }

  private static func promise(_ json: JSON) -> RoadmapStep.Promise? {
    guard let object = json.asObject, let status = object["status"]?.asString.flatMap(Step.Status.init(rawValue:))
    else { return nil }
    return RoadmapStep.Promise(
      status: status, start: object["start"].flatMap(RoadmapJSON.day), end: object["end"].flatMap(RoadmapJSON.day),
      window: object["window"].flatMap(RoadmapJSON.days), isCritical: object["critical"]?.asBool ?? false)
  }

  private static func json(_ evidence: RoadmapStep.Evidence) -> JSON {
    switch evidence {
    case .record(let id): ["record": .string(id)]
    case .said(let text): ["said": .string(text)]
    }
  }

  private static func evidence(_ json: JSON) -> RoadmapStep.Evidence? {
    if let record = json["record"] { return record.asString.map { .record($0) } }
    return json["said"]?.asString.map { .said($0) }
  }
}
