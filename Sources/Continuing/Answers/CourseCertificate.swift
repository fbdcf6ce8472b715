import CanonicalJSON
import Cryptography

/// A set of courses with the proof that none is better, as a file that can be checked without this program's search.
/// `docs/reference/course-certificate.md` describes it.
public enum CourseCertificate {
  /// The certificate in its canonical bytes.
  public static func bytes(_ plan: CoursePlan) -> [UInt8] {
    let problem = plan.model.problem
    return bytes(
      problem, plan.answer, least: plan.aim.rawValue, says: plan.model.rows.map { plan.model.says($0, plan.held) },
      courses: plan.model.columns.map { plan.courses[$0.course].id })
  }

  /// The certificate of any problem.
  ///
  /// - Parameters:
  ///   - least: `cost` or `hours`.
  ///   - says: one a row.
  ///   - courses: one a column.
  public static func bytes(
    _ problem: CoverProblem, _ answer: CoverAnswer, least: String, says: [String], courses: [String]
  ) -> [UInt8] {
    var json: JSON = [
      "certificate": "fobwatch-course-set", "version": 1, "least": .string(least),
      "rows": .array(
        zip(problem.needs, says).map { need, words in ["says": .string(words), "at_least": whole(need)] }),
      "columns": .array(
        zip(problem.columns, courses).map { column, course in
          ["course": .string(course), "costs": whole(column.cost), "gives": terms(column.gives)]
        }),
      "chosen": answer.chosen.map { .array($0.map(whole)) } ?? .null, "total": answer.cost.map(whole) ?? .null,
      "bound": answer.bound.map(whole) ?? .null, "denominator": whole(answer.denominator),
      "tree": .array(answer.proof.map(entry)),
    ]
    let digest = SHA256.digest(of: json.bytes).description
    if case .object(var object) = json {
      object["sha256"] = .string(digest)
      json = .object(object)
    }
    return json.bytes
  }

  private static func entry(_ entry: ProofEntry) -> JSON {
    switch entry {
    case .bound(let multipliers): ["bound": terms(multipliers.factors)]
    case .infeasible(let multipliers): ["infeasible": terms(multipliers.factors)]
    case .fix(let multipliers): ["fix": terms(multipliers.factors)]
    case .branch(let column, let first): ["branch": whole(column), "first": first ? 1 : 0]
    }
  }

  private static func terms(_ terms: [CoverProblem.Term]) -> JSON {
    .array(terms.map { .array([whole($0.row), whole($0.amount)]) })
  }

  private static func whole(_ number: Int) -> JSON { JSONNumber(whole: Int64(number)).map(JSON.number) ?? .null }
}
