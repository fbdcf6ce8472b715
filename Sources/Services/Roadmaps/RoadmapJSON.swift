import CanonicalJSON
import Planning
import Vocabulary

/// A roadmap as JSON, and back. Every roadmap comes back as it was. What is nil, or none, is not written.
enum RoadmapJSON {
  static func object(_ roadmap: SavedRoadmap) -> JSONObject {
    var object = JSONObject()
    object["credential"] = .string(roadmap.credential)
    object["kept_on"] = day(roadmap.keptOn)
    object["planned_on"] = day(roadmap.plannedOn)
    object["edition"] = .string(roadmap.edition)
    object["assumptions"] = AssumptionsJSON.json(roadmap.assumptions)
    object["promise"] = json(roadmap.promise)
    object["steps"] = .array(roadmap.steps.map(StepJSON.json))
    object["before"] = roadmap.before.map(json)
    if !roadmap.answers.isEmpty {
      object["answers"] = .array(roadmap.answers.map { .array([.string($0.question), .string($0.answer)]) })
    }
    return object
  }

  static func roadmap(_ object: JSONObject, _ id: RoadmapID) -> SavedRoadmap? {
    guard let credential = object["credential"]?.asString, let keptOn = object["kept_on"].flatMap(day),
      let plannedOn = object["planned_on"].flatMap(day), let edition = object["edition"]?.asString,
      let assumptions = object["assumptions"].flatMap(AssumptionsJSON.assumptions),
      let promise = object["promise"].flatMap(promise), let steps = object["steps"]?.asArray?.map(StepJSON.step),
      !steps.contains(nil)
    else { return nil }
    let before = object["before"].map(before)
    let answers = (object["answers"]?.asArray ?? []).map(answer)
    if case .some(.none) = before { return nil }
    guard !answers.contains(nil) else { return nil }
    return SavedRoadmap(
      id: id, credential: credential, keptOn: keptOn, plannedOn: plannedOn, edition: edition, assumptions: assumptions,
      promise: promise, steps: steps.compactMap(\.self), before: before ?? nil, answers: answers.compactMap(\.self))
  }

  // MARK: - Parts

  private static func json(_ promise: RoadmapPromise) -> JSON {
    var object = JSONObject()
    object["route"] = promise.route.map { .string($0) }
    object["eligible"] = promise.eligible.map(day)
    object["not_before"] = promise.notBefore.map(day)
    object["exam"] = promise.exam.map(day)
    object["certified"] = promise.certified.map(day)
    object["current_through"] = promise.currentThrough.map(day)
    return .object(object)
  }

  private static func promise(_ json: JSON) -> RoadmapPromise? {
    guard let object = json.asObject else { return nil }
    return RoadmapPromise(
      route: object["route"]?.asString, eligible: object["eligible"].flatMap(day),
      notBefore: object["not_before"].flatMap(day), exam: object["exam"].flatMap(day),
      certified: object["certified"].flatMap(day), currentThrough: object["current_through"].flatMap(day))
  }

  private static func json(_ before: RoadmapBefore) -> JSON {
    var object = JSONObject()
    object["known"] = JSONNumber(whole: before.known.microseconds).map { .number($0) }
    object["assumptions"] = AssumptionsJSON.json(before.assumptions)
    return .object(object)
  }

  private static func before(_ json: JSON) -> RoadmapBefore? {
    guard let known = json["known"]?.asWhole,
      let assumptions = json["assumptions"].flatMap(AssumptionsJSON.assumptions)
    else { return nil }
    return RoadmapBefore(known: Instant(microseconds: known), assumptions: assumptions)
  }

  private static func answer(_ json: JSON) -> KeptAnswer? {
    guard let parts = json.asArray?.map(\.asString), parts.count == 2, let question = parts[0], let answer = parts[1]
    else { return nil }
    return KeptAnswer(question: question, answer: answer)
  }

  // MARK: - Days

  static func day(_ day: CivilDate) -> JSON { .string(RecordJSON.text(day)) }
  static func day(_ json: JSON) -> CivilDate? { json.asString.flatMap { RecordJSON.day($0) } }

  static func days(_ days: DayInterval) -> JSON { .array([day(days.first), day(days.last)]) }
  static func days(_ json: JSON) -> DayInterval? {
    guard let ends = json.asArray?.map({ day($0) }), ends.count == 2, let first = ends[0], let last = ends[1] else {
      return nil
    }
    return first <= last ? DayInterval(first, last) : nil
  }
}
