import Services
import Vocabulary

/// Whom somebody coaches, and who coaches them.
extension MemberVisit {
  private var seen: Coaching.Moment { Coaching.Moment(now: now, day: site.today()) }

  func coachingPage(_ route: CoachingRoute) async throws -> Reply {
    guard let live = site.service.coaching(members) else { return nothingHere }
    switch route {
    case .list:
      let coach = try person()
      // Every line asks the rules.
      let found = try await site.costly.run(for: inquiry.from ?? "unknown") {
        try await live.coaching.list(for: coach, at: seen)
      }
      return page(CoachingPage(rows: live.rows(found, language, today: site.today())).page(language))
    case .candidate(let id, let person): return try await candidatePage(id, person, live)
    case .own:
      let engagements = try await live.coaching.own(for: try person(), at: now)
      let shown = live.own(engagements, language, today: site.today(), words: words)
      return page(OwnCoachPage(engagements: shown, token: formToken).page(language))
    case .file:
      let text = try await live.coaching.file(for: try person(), at: now)
      return site.file(text, name: "coach.json", type: "application/json")
    case .note, .plan, .end: return wrongMethod
    }
  }

  func coaching(_ route: CoachingRoute, _ form: Form) async throws -> Reply {
    guard let live = site.service.coaching(members) else { return nothingHere }
    switch route {
    case .note(let id, let person): return try await addNote(id, person, live, form)
    case .plan(let id, let person): return try await setPlan(id, person, live, form)
    case .end:
      guard let id = form["consent"].flatMap(Consent.ID.init(text:)),
        try await Consents(accounts).revoke(id, by: try person(), at: now)
      else { return nothingHere }
      return redirect(.coaching(.own))
    case .list, .candidate, .own, .file: return wrongMethod
    }
  }

  /// The page of somebody; after a form that was not taken, with what it was sent with.
  private func candidatePage(
    _ id: Organization.ID, _ person: PersonID, _ live: LiveCoaching, errors: [FormError] = [],
    _ taking: (inout CoachingEntry) -> Void = { _ in }
  ) async throws -> Reply {
    let candidate = try await live.coaching.look(person, for: id, by: try self.person(), at: seen)
    var entry = CoachingEntry(candidate.plan)
    taking(&entry)
    let value = live.value(candidate, language, today: site.today())
    return page(
      CandidatePage(value: value, token: formToken, entry: entry, errors: errors).page(language),
      status: errors.isEmpty ? 200 : 422)
  }

  private func addNote(
    _ id: Organization.ID, _ person: PersonID, _ live: LiveCoaching, _ form: Form
  ) async throws -> Reply {
    let note = oneLine(form["note"])
    let outcome = try await live.coaching.note(
      note, isNoPatient: form["keep-text"] != nil, about: person, for: id, by: try self.person(), at: seen)
    guard outcome != .kept else { return redirect(.coaching(.candidate(id, person))) }
    let error = FormError(field: "note", message: text(CoachingWording.text(outcome)))
    return try await candidatePage(id, person, live, errors: [error]) { $0.note = note }
  }

  private func setPlan(
    _ id: Organization.ID, _ person: PersonID, _ live: LiveCoaching, _ form: Form
  ) async throws -> Reply {
    var entry = CoachingEntry(CoachingPlan())
    entry.take(form)
    let (plan, wrong) = entry.plan(language)
    if let wrong { return try await candidatePage(id, person, live, errors: [wrong]) { $0.take(form) } }
    let outcome = try await live.coaching.set(
      plan ?? CoachingPlan(), seen: form["seen"].flatMap { Int($0) } ?? -1, of: person, for: id,
      by: try self.person(), at: seen)
    let field =
      switch outcome {
      case .kept: ""
      case .noSuchOwner: "owner"
      case .wrongDay: "month"
      case .badText, .patient, .tooMany, .changedMeanwhile, .noSuchGoal: "goal"
      }
    guard outcome != .kept else { return redirect(.coaching(.candidate(id, person))) }
    let error = FormError(field: field, message: text(CoachingWording.text(outcome)))
    // What somebody else has said in the meantime is shown, not what was sent.
    return try await candidatePage(id, person, live, errors: [error]) {
      if outcome != .changedMeanwhile { $0.take(form) }
    }
  }
}
