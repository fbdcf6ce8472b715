import Knowledge
import Services
import Vocabulary

extension Api {
  /// `fobwatch states --json`.
  func states(_ query: ApiQuery) throws -> StatesReport {
    let holder = try holder(query)
    let named = query.all("task")
    let tasks = try named.isEmpty ? base.tasks.filter(\.isMostAsked) : named.map { try task(named: $0, .query, "task") }
    let grid = StateAnswers(base).grid(
      tasks, holder.evidence(on: query.inquiry.day), asOf: query.inquiry.asOf, on: query.inquiry.day)
    return StatesReport(grid, base, query.inquiry, for: holder.words(base), query.language)
  }

  /// For whom a question about states is asked.
  func holder(_ query: ApiQuery) throws(ApiError) -> Holder {
    do throws(QuestionError) {
      return try StateSubjects.holder(of: query["with"], base)
    } catch {
      throw ApiError(.unanswerable, [ApiFault(.query, "with", error)])
    }
  }

  /// A task by a name of it: 404 in a path, 422 elsewhere when there is none.
  func task(named name: String, _ part: ApiFault.Part, _ place: String) throws(ApiError) -> PracticeTask {
    do throws(QuestionError) {
      return try StateSubjects.task(name, base)
    } catch {
      throw ApiError(part == .path ? .notFound : .unanswerable, [ApiFault(part, place, error)])
    }
  }

  /// A state by a name of it: 404 in a path, 422 elsewhere when there is none.
  func state(named name: String, _ part: ApiFault.Part, _ place: String) throws(ApiError) -> Jurisdiction {
    do throws(QuestionError) {
      return try StateSubjects.state(name, base)
    } catch {
      throw ApiError(part == .path ? .notFound : .unanswerable, [ApiFault(part, place, error)])
    }
  }
}
