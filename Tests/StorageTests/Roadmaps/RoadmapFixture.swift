import Cryptography
import Foundation
import Knowledge
import Planning
import Rules
import Services
import Vocabulary

@testable import Storage

/// What tests of kept roadmaps share.
enum RoadmapFixture {
  /// The rules of credentials alone: those of states take time, and no plan asks them.
  static let base: KnowledgeBase = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "knowledge").path()
    do {
      let documents = try KnowledgeLoader.parse(folder).0.filter { path, _ in
        !path.hasSuffix(".cases.yaml")
          && ["sources.yaml", "credentials/", "accreditors"].contains { path.hasPrefix($0) || path.contains("/" + $0) }
      }
      return try KnowledgeReader.read(documents)
    } catch { preconditionFailure("\(error)") }
  }()
  static let goals = ["aama/cma", "amt/rma", "nha/ccma", "ncct/ncma"]
  static let asOf = CivilDate(days: 20_779)

  /// Somebody who is signed in.
  static func signedIn(_ person: PersonID = .sample(1)) -> SignedIn {
    SignedIn(
      account: .fresh(from: .system), person: person, isMinor: false, isAdministrator: false, memberships: [],
      session: .fresh(from: .system), factors: 1, isRecent: true)
  }

  /// The nth thing that is done on the first day.
  static func moment(_ number: Int, on day: CivilDate = asOf) -> Roadmaps.Moment {
    Roadmaps.Moment(now: .sample + .seconds(number), day: day)
  }

  static func student() -> Evidence {
    func day(_ days: Int) -> FactValue {
      .day(DayInterval(asOf.adding(days: days)), expected: days > 0)
    }
    var evidence = Evidence()
    for kind in EvidenceKind.allCases { evidence.completeThrough[kind] = asOf }
    evidence.put(
      EvidenceRecord(id: "diploma-1", kind: .diploma, values: ["type": .word("diploma"), "earned": day(-500)]))
    let span = FactValue.Span(
      by: "abhes", begins: DayInterval(asOf.adding(days: -4000)), ends: DayInterval(.distantFuture))
    evidence.put(
      EvidenceRecord(
        id: "program-1", kind: .program,
        values: [
          "type": .word("school"), "subject": .word("medical-assisting"), "level": .word("postsecondary"),
          "award": .word("certificate"), "enrolled": day(-60), "coursework_completed": day(150),
          "practicum_completed": day(160), "graduated": day(170), "accreditation": .spans([span]),
        ]))
    return evidence
  }
}

extension SealedDatabase {
  /// Roadmaps by the rules in knowledge/.
  var service: Roadmaps { Roadmaps(RoadmapFixture.base, store: roadmaps, evidence: evidence) }
}

extension Roadmaps.Outcome {
  var view: Roadmaps.View? { if case .changed(let view) = self { view } else { nil } }
  var refusal: StepRefusal? { if case .refused(let refusal) = self { refusal } else { nil } }
}

extension Roadmaps.Keeping {
  var id: RoadmapID? {
    switch self {
    case .kept(let id), .again(let id): id
    case .noSuchCredential, .tooMany: nil
    }
  }
}
