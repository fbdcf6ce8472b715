public import Knowledge
import Vocabulary

/// Names of states and tasks in a question.
public enum StateSubjects {
  /// `WA`, `us-wa` or `Washington`.
  ///
  /// - Throws: `QuestionError` when there is no such state.
  public static func state(_ name: String, _ base: KnowledgeBase) throws(QuestionError) -> Jurisdiction {
    let wanted = name.lowercased()
    let found = base.jurisdictions.first {
      [$0.id, $0.code.lowercased(), $0.name.en.lowercased(), $0.name.es.lowercased()].contains(wanted)
    }
    guard let found else {
      throw QuestionError(
        expected: "a state (\(base.jurisdictions.map(\.code).joined(separator: ", ")))", found: name,
        advice: "Write its two letters")
    }
    return found
  }

  /// `venipuncture`, or a word people use for it.
  ///
  /// - Throws: `QuestionError` when there is no such task.
  public static func task(_ name: String, _ base: KnowledgeBase) throws(QuestionError) -> PracticeTask {
    let wanted = name.lowercased()
    let found =
      base.task(wanted)
      ?? base.tasks.first { task in
        ([task.name.en, task.name.es, task.short.en, task.short.es] + task.aliases).contains {
          $0.lowercased() == wanted
        }
      }
    guard let found else {
      throw QuestionError(
        expected: "a task (\(base.tasks.map(\.id).joined(separator: ", ")))", found: name, advice: "Write one of them")
    }
    return found
  }

  /// Somebody who holds the certification named; nil: none.
  ///
  /// - Throws: `QuestionError` when there is no such credential.
  public static func holder(of credential: String?, _ base: KnowledgeBase) throws(QuestionError) -> Holder {
    guard let credential else { return Holder(nil) }
    return Holder(try Subjects.credential(credential, base).id)
  }
}
