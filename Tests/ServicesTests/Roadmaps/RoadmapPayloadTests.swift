import CanonicalJSON
import Cryptography
import Planning
import Services
import Testing
import Vocabulary

@Suite("What an entry says of a roadmap")
struct RoadmapPayloadTests {
  private static let day = CivilDate(days: 20_000)

  private static let full: SavedRoadmap = {
    let assumptions = PlanAssumptions(
      program: DayInterval(day, day.adding(days: 300)), programMonths: 9, programCost: Money(cents: 123_456),
      hoursPerWeek: 12, budget: Money(cents: 99), examDay: day.adding(days: 320), failures: 2, delayWeeks: 6,
      isMember: false, diplomaDay: day, reviewDays: 0, processingDays: 14)
    let promise = RoadmapStep.Promise(
      status: .underWay, start: day, end: nil, window: DayInterval(day, .distantFuture), isCritical: true)
    let steps = [
      RoadmapStep(
        id: "program", kind: .program, promise: promise, said: .underWay, owner: .role("school"),
        evidence: [.record("program-1"), .said("in my folder ñ")], note: "ask \"when\""),
      RoadmapStep(id: "exam-2", kind: .exam, promise: nil, said: .dropped),
      RoadmapStep(
        id: "exam", kind: .exam,
        promise: .init(status: .notKnown, start: nil, end: nil, window: nil, isCritical: false)),
    ]
    return SavedRoadmap(
      id: .fresh(from: .system), credential: "aama/cma", keptOn: day, plannedOn: day.next, edition: "0123456789abcdef",
      assumptions: assumptions,
      promise: RoadmapPromise(
        route: "category-2", eligible: day, notBefore: day, exam: day, certified: day, currentThrough: .distantFuture),
      steps: steps, before: RoadmapBefore(known: Instant(microseconds: 5), assumptions: PlanAssumptions(failures: 1)),
      answers: [KeptAnswer(question: "program-graduated", answer: "2027-05"), KeptAnswer(question: "ged", answer: "")])
  }()

  private static let empty = SavedRoadmap(
    id: .fresh(from: .system), credential: "nha/ccma", keptOn: day, plannedOn: day, edition: "",
    assumptions: PlanAssumptions(),
    promise: RoadmapPromise(
      route: nil, eligible: nil, notBefore: nil, exam: nil, certified: nil, currentThrough: nil), steps: [])

  @Test("comes back as it was")
  func roundTrip() throws {
    for roadmap in [Self.full, Self.empty] {
      let payload = RoadmapPayload(roadmap.id, roadmap, by: "account")
      #expect(RoadmapPayload(try JSONReader().read(payload.json.bytes)) == payload)
    }
    let removed = RoadmapPayload(Self.full.id, nil, by: "account")
    #expect(RoadmapPayload(try JSONReader().read(removed.json.bytes)) == removed)
  }

  @Test("anything else is not read")
  func refused() throws {
    let good = RoadmapPayload(Self.full.id, Self.full, by: "account").json.text
    for (old, new) in [
      ("\"kind\":\"program\"", "\"kind\":\"holiday\""), ("\"said\":\"dropped\"", "\"said\":\"eaten\""),
      ("\"planned_on\":", "\"planned_at\":"), ("\"status\":\"under way\"", "\"status\":\"late\""),
      ("{\"said\":\"in my folder ñ\"}", "{\"seen\":\"in my folder\"}"), ("[\"ged\",\"\"]", "[\"ged\"]"),
    ] {
      #expect(good.contains(old))
      #expect(RoadmapPayload(try JSONReader().read(good.replacing(old, with: new))) == nil, "\(new)")
    }
  }
}
