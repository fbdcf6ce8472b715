import Services
import Vocabulary

/// The roadmaps that somebody keeps.
extension MemberVisit {
  var moment: Roadmaps.Moment { Roadmaps.Moment(now: now, day: site.today()) }
  private var visit: Visit { site.visit(Address(.member(route), language), inquiry) }

  func roadmapsPage() async throws -> Reply {
    guard let keeping = site.service.keeping(members) else { return nothing }
    let kept = try await keeping.roadmaps.list(for: person(), at: now)
    return page(keeping.list(kept, language, today: moment.day).page(language))
  }

  func roadmapPage(_ id: RoadmapID) async throws -> Reply {
    guard let keeping = site.service.keeping(members),
      let view = try await keeping.roadmaps.look(id, for: person(), at: moment),
      let value = keeping.value(view, visit)
    else { return nothing }
    return page(KeptRoadmapPage(value: value, token: formToken).page(language))
  }

  func roadmapStepPage(_ id: RoadmapID, _ step: String) async throws -> Reply {
    guard let keeping = site.service.keeping(members),
      let view = try await keeping.roadmaps.look(id, for: person(), at: moment),
      let value = keeping.form(view, step, language)
    else { return nothing }
    return page(RoadmapStepPage(value: value, token: formToken).page(language))
  }

  func changeStep(_ id: RoadmapID, _ step: String, _ form: Form) async throws -> Reply {
    guard let keeping = site.service.keeping(members),
      let view = try await keeping.roadmaps.look(id, for: person(), at: moment),
      var value = keeping.form(view, step, language), let saved = view.steps.first(where: { $0.id == step })
    else { return nothing }
    let entered = RoadmapStepEntry(form)
    value.status = entered.status
    value.day = entered.day
    (value.owner, value.said, value.note) = (entered.owner, entered.said, entered.note)
    func again(_ error: FormError) -> Reply {
      page(RoadmapStepPage(value: value, token: formToken, errors: [error]).page(language), status: 422)
    }
    let statement: StepStatement
    do {
      statement = try entered.statement(saved, shown: LiveRoadmaps.shown(saved, view))
    } catch { return again(error.shown(language)) }
    let outcome = try await keeping.roadmaps.change(
      id, step: step, to: statement, seen: form["seen"].flatMap { Int($0) }, for: person(), at: moment)
    switch outcome {
    case .changed: return redirect(.roadmap(id))
    case .refused(let refusal):
      let field = refusal == .badText ? "note" : refusal == .noSuchStep ? "answer" : "month"
      return again(FormError(field: field, message: text(RoadmapWording.refusal(refusal))))
    case .noSuchRoadmap: return nothing
    case .changedMeanwhile:
      return again(
        FormError(
          field: "answer",
          message: text(
            Phrase(
              "This roadmap was changed since you opened this page. Open it once more",
              "Este plan cambió desde que abrió esta página. Ábrala otra vez"))))
    }
  }

  func removeRoadmap(_ id: RoadmapID) async throws -> Reply {
    guard let keeping = site.service.keeping(members),
      try await keeping.roadmaps.remove(id, for: person(), at: moment)
    else { return nothing }
    return redirect(.roadmaps)
  }

  /// The answers that a roadmap was planned from, into this browser.
  func openRoadmapAnswers(_ id: RoadmapID) async throws -> Reply {
    guard let keeping = site.service.keeping(members) else { return nothing }
    let kept = try await keeping.roadmaps.list(for: person(), at: now).first { $0.roadmap.id == id }
    guard let kept else { return nothing }
    let answers = Answers(kept.roadmap.answers.map { Answers.Answer(fact: $0.question, text: $0.answer) })
    return site.redirect(.answers, language, keeping: answers)
  }

  /// After somebody has signed up or in: what the browser has, or the mail carried, is kept with the account.
  ///
  /// - Returns: where to go on.
  func keepCarried(_ carried: Answers, _ opened: OpenedSession) async throws -> MemberRoute {
    guard let keeping = site.service.keeping(members), !carried.list.isEmpty || carried.goal != nil,
      let signedIn = try await Sessions(accounts).current(opened.token.text, at: now)
    else { return .account }
    let visit = Visit(language: language, today: site.today(), answers: carried)
    guard let goal = carried.goal.flatMap({ CredentialPath($0) }) else {
      try await keeping.keepAnswers(visit, for: signedIn, at: moment)
      return .account
    }
    switch try await keeping.keep(goal, visit, for: signedIn, at: moment) {
    case .kept(let id), .again(let id): return .roadmap(id)
    case .noSuchCredential, .tooMany: return .roadmaps
    }
  }

  /// What the browser keeps once a roadmap is kept; nil: it keeps what it has.
  func afterKeeping(_ answers: Answers) -> Answers? {
    var rest = answers
    rest.goal = nil
    return rest == self.answers ? nil : rest
  }

  private var nothing: Reply { site.missing(Address(.member(.roadmaps), language)) }
}

extension Site {
  /// What a roadmap says of keeping it; nil where none can be kept.
  func keepingForm(_ inquiry: Inquiry) async throws -> RoadmapPage.Keeping? {
    guard let members, service.keeping(members) != nil else { return nil }
    guard try await signedIn(inquiry) != nil, let token = inquiry.cookie(memberCookies.name(.session)) else {
      return RoadmapPage.Keeping(token: nil)
    }
    return RoadmapPage.Keeping(token: FormToken.text(session: token))
  }

  private var memberCookies: MemberCookies { MemberCookies(isSecure: secureCookies) }

  /// Keeps the way to a credential: at once for who is signed in, else after signing up.
  func keepRoadmap(_ credential: CredentialPath, _ address: Address, _ inquiry: Inquiry) async throws -> Reply {
    guard let members, let keeping = service.keeping(members) else { return missing(address) }
    var answers = visit(address, inquiry).answers
    guard let signedIn = try await signedIn(inquiry) else {
      answers.goal = credential.text
      return redirect(.member(.signUp), address.language, keeping: answers)
    }
    let visit = MemberVisit(
      site: self, members: members, inquiry: inquiry, route: .roadmaps, language: address.language, now: members.now(),
      signedIn: signedIn)
    guard try visit.isFormTheirs(inquiry.form()) else { return refusal(.refused, inquiry, at: address) }
    let kept = Visit(language: address.language, today: today(), answers: answers)
    switch try await keeping.keep(credential, kept, for: signedIn, at: visit.moment) {
    case .kept(let id), .again(let id): return redirect(.member(.roadmap(id)), address.language)
    case .noSuchCredential: return missing(address)
    case .tooMany: return redirect(.member(.roadmaps), address.language)
    }
  }
}
