import Knowledge
import Rules
import Services
import Vocabulary

extension LiveService {
  func evidence(_ visit: Visit) -> Evidence { Evidence() }

  func basis(_ visit: Visit) -> String? { nil }

  public func question(_ fact: String?, _ visit: Visit) async throws -> QuestionStep { .done }

  public func accept(_ answer: String, for fact: String, _ visit: Visit) async throws -> Acceptance {
    .kept(visit.answers)
  }

  public func answers(_ visit: Visit) async throws -> AnswersPage.Value {
    AnswersPage.Value(told: [], hasOpenQuestion: false)
  }

  public func roadmap(_ credential: CredentialPath, _ visit: Visit) async throws -> RoadmapPage.Value? { nil }

  public func calendar(_ credential: CredentialPath, _ visit: Visit) async throws -> [CalendarEvent]? { nil }
}
