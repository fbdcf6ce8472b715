import Cryptography
import Knowledge
import Rules
import Vocabulary

/// What a coach writes down.
extension Coaching {
  /// What came of it.
  public enum Outcome: Hashable, Sendable {
    case kept
    /// No text, one that is too long, or one with signs that cannot be seen.
    case badText
    /// The text looks as if it were about a patient, and was not marked as otherwise.
    case patient([PatientText.Sign])
    case tooMany
    /// It was changed since the page was opened.
    case changedMeanwhile
    /// That is no credential with a rule that says who can sit its exam.
    case noSuchGoal
    /// That is nobody of the staff.
    case noSuchOwner
    /// The day of a reply has passed, or lies further ahead than `CoachingPlan.furthest`.
    case wrongDay
  }

  /// Adds a note about somebody.
  ///
  /// - Parameter isNoPatient: whether they marked that a text which looks so is about no patient.
  /// - Throws: `Refusal`, `LogError`.
  public func note(
    _ text: String, isNoPatient: Bool, about person: PersonID, for id: Organization.ID, by signedIn: SignedIn,
    at moment: Moment
  ) async throws -> Outcome {
    try await requireCoach(signedIn, id, moment.now)
    let note = CoachingNote.ID.fresh(from: accounts.random)
    let signs = PatientText.signs(in: text)
    return try await accounts.store.write(at: moment.now) { tables in
      let (_, _, consents) = try Self.shared(person, with: id, signedIn, in: tables, at: moment.now)
      guard ExternshipDay.isText(text, atMost: CoachingNote.longest) else { return .badText }
      guard signs.isEmpty || isNoPatient else { return .patient(signs) }
      let kept = CoachingEntries.notes(try tables.entries(of: person, kind: CoachingEntries.note))
      guard kept.count(where: { $0.consent == consents[0] }) < CoachingNote.most else { return .tooMany }
      try tables.append(
        CoachingEntries.noted(
          CoachingNote(
            id: note, consent: consents[0], organization: id, by: signedIn.account, day: moment.day, text: text),
          of: person))
      return .kept
    }
  }

  /// Says the goal, who sees to it, and the answer that is expected.
  ///
  /// - Parameter version: of the plan that stood on the page.
  /// - Throws: `Refusal`, `LogError`.
  public func set(
    _ plan: CoachingPlan, seen version: Int, of person: PersonID, for id: Organization.ID, by signedIn: SignedIn,
    at moment: Moment
  ) async throws -> Outcome {
    try await requireCoach(signedIn, id, moment.now)
    let hasGoal = plan.goal.map { goal in goals.contains { $0.id == goal } } ?? true
    return try await accounts.store.write(at: moment.now) { tables in
      let (_, _, consents) = try Self.shared(person, with: id, signedIn, in: tables, at: moment.now)
      let kept = CoachingEntries.plans(try tables.entries(of: person, kind: CoachingEntries.plan))
        .filter { consents.contains($0.consent) }
      guard kept.count == version else { return .changedMeanwhile }
      let last = kept.last?.plan ?? CoachingPlan()
      guard hasGoal else { return .noSuchGoal }
      if let owner = plan.owner, try !self.staff(of: id, in: tables).contains(where: { $0.account == owner }) {
        return .noSuchOwner
      }
      // A day that has passed can stand, and is not said anew.
      if let reply = plan.reply, reply != last.reply {
        let days = moment.day.days(to: reply.by)
        guard (0...CoachingPlan.furthest).contains(days) else { return .wrongDay }
      }
      guard plan != last else { return .kept }
      try tables.append(
        CoachingEntries.planned(
          KeptCoachingPlan(
            plan: plan, consent: consents[0], organization: id, by: signedIn.account, day: moment.day), of: person))
      return .kept
    }
  }
}
