public import Knowledge
public import Rules

/// Names in a question about a person, as rules.
public enum Subjects {
  /// What the rules say of each name: a credential by its id or its mark, a rule, or a part of one.
  ///
  /// - Parameter subjects: empty: every credential. A credential without a rule on eligibility is left out.
  /// - Throws: `QuestionError` for an unknown credential, `DeterminationError` for an unknown rule or act.
  public static func determine(
    _ subjects: [String], _ base: KnowledgeBase, _ evidence: Evidence, _ inquiry: Inquiry
  ) throws -> [Determination] {
    let assessor = Assessor(base)
    let names = subjects.isEmpty ? base.credentials.map(\.id) : subjects
    return try names.compactMap { name in
      if let credential = base.credential(name) ?? base.credentials.first(where: { $0.mark == name }) {
        return try assessor.assess(credential, evidence, inquiry)?.determination
      }
      guard name.contains("/") else { throw unknown(name, base) }
      return try assessor.determine(name, evidence, inquiry)
    }
  }

  /// What the rules say of one name.
  ///
  /// - Throws: as for several, and `QuestionError` for a credential without a rule on eligibility.
  public static func determine(
    _ subject: String, _ base: KnowledgeBase, _ evidence: Evidence, _ inquiry: Inquiry
  ) throws -> Determination {
    guard let answer = try determine([subject], base, evidence, inquiry).first else {
      throw QuestionError(
        expected: "a credential of which it is known who can sit its exam", found: subject,
        advice: "Ask the body that issues it")
    }
    return answer
  }

  /// A credential by its id or its mark.
  ///
  /// - Throws: `QuestionError` when there is none.
  public static func credential(_ name: String, _ base: KnowledgeBase) throws(QuestionError) -> Credential {
    guard let found = base.credential(name) ?? base.credentials.first(where: { $0.mark == name }) else {
      throw unknown(name, base)
    }
    return found
  }

  private static func unknown(_ name: String, _ base: KnowledgeBase) -> QuestionError {
    QuestionError(
      expected: "a credential known here (\(base.credentials.map { "\($0.id) = \($0.mark)" }.joined(separator: ", ")))",
      found: name, advice: "Write the body with the letters")
  }
}
