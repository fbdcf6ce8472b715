import Services
import Vocabulary

/// What issuers say of records: one's own, and those that are shared with an organization for that.
extension MemberVisit {
  private var looking: SourceChecks.Moment { SourceChecks.Moment(now: now, day: site.today()) }

  func verificationPage() async throws -> Reply {
    guard let verifying = site.service.verifying(members) else { return nothingHere }
    return try await ownVerification(verifying)
  }

  /// One's own page; with errors, as the form of a link was sent.
  private func ownVerification(
    _ verifying: LiveVerification, entry: LinkEntry = LinkEntry(), errors: [FormError] = []
  ) async throws -> Reply {
    let person = try person()
    let own = try await verifying.checks.own(for: person, at: looking)
    let listed = try await verifying.proofs.list(for: person, at: now)
    let credentials = try await verifying.proofs.credentials(for: person, at: now)
    let links = LinksPart(
      value: verifying.links(listed, credentials, isMinor: person.isMinor, language), token: formToken, entry: entry,
      errors: errors)
    let value = verifying.own(own, language, today: looking.day)
    return page(VerificationPage(value: value, links: links).page(language), status: errors.isEmpty ? 200 : 422)
  }

  func makeLink(_ form: Form) async throws -> Reply {
    guard let verifying = site.service.verifying(members) else { return nothingHere }
    let entry = LinkEntry(form)
    let content = ProofLink.Content(
      credentials: entry.credentials, purpose: ProofLink.Purpose(rawValue: entry.purpose) ?? .other, name: entry.name)
    let outcome = try await verifying.proofs.make(content, days: Int(entry.days) ?? 0, for: try person(), at: now)
    func again(_ field: String, _ message: Phrase) async throws -> Reply {
      try await ownVerification(verifying, entry: entry, errors: [FormError(field: field, message: text(message))])
    }
    switch outcome {
    case .made(let link, let token):
      let path = Address(.member(.verify(token.text, through: nil)), language).text
      let last = verifying.moment(link.endsAt, DateWording(language))
      let until = Phrase("It is open until \(last).", "Está abierto hasta: \(last).")
      return page(LinkMadePage(address: members.home + path, until: text(until)).page(language))
    case .noCredential: return try await again("credential", Phrase("Pick at least one", "Elija al menos una"))
    case .badName:
      return try await again(
        "name",
        Phrase(
          "Give a name of at most \(ProofLink.longestName) characters, without letters of a credential",
          "Escriba un nombre de \(ProofLink.longestName) caracteres como máximo, sin letras de una credencial"))
    case .badTime: return try await again("days", Phrase("Pick one of the list", "Elija de la lista"))
    case .tooMany:
      return try await again(
        "credential",
        Phrase(
          "\(ProofLink.most) links are open. End one first",
          "Hay \(ProofLink.most) enlaces abiertos. Termine uno primero"))
    }
  }

  func endLink(_ form: Form) async throws -> Reply {
    guard let verifying = site.service.verifying(members),
      let id = form["link"].flatMap(ProofLink.ID.init(text:)),
      try await verifying.proofs.revoke(id, for: try person(), at: now)
    else { return nothingHere }
    return redirect(.verification)
  }

  /// What somebody sees who has a link. No search engine keeps it, and nothing tells an unknown link from an address that is none.
  func verifyPage(_ token: String, through: CivilDate?) async throws -> Reply {
    guard let verifying = site.service.verifying(members) else { return nothingHere }
    let look = try await verifying.proofs.look(token, through: through, origin: origin, at: looking)
    var reply: Reply
    switch look {
    case .unknown: return nothingHere
    case .revoked: reply = page(VerifyPage.ended(route, isRevoked: true, language), status: 410)
    case .expired: reply = page(VerifyPage.ended(route, isRevoked: false, language), status: 410)
    case .wait(let until):
      let minutes = waitError("month", until: until).message
      let notice = NoticePage(
        route: route, title: Phrase("Too many looks", "Demasiadas consultas"), text: Phrase(minutes, minutes))
      reply = waiting(notice.page(language), until: until)
    case .shown(let shown):
      let entered = typedDay()
      var errors: [FormError] = []
      if through == nil, [entered.month, entered.day, entered.year].contains(where: { !$0.isEmpty }) {
        errors = [FormError(field: "month", message: text(Self.noDay))]
      } else if let through, through < looking.day {
        errors = [FormError(field: "month", message: text(Phrase("This day has passed", "Esa fecha ya pasó")))]
      }
      let value = verifying.shown(shown, at: now, language, today: looking.day)
      reply = page(VerifyPage(route: route, value: value, entered: entered, errors: errors).page(language))
    }
    reply.headers.append(("X-Robots-Tag", "noindex, nofollow, noarchive"))
    return reply
  }

  /// The day as it was typed.
  private func typedDay() -> Entered {
    guard let query = try? Form(urlEncoded: Array(inquiry.query.utf8)) else { return Entered() }
    return Entered(form: query)
  }

  /// The organization for which somebody asks issuers.
  private func asking(_ id: Organization.ID) async throws -> Organization? {
    try await Organizations(accounts).find(id, by: .account(try person()), at: now)
  }

  func checksPage(_ id: Organization.ID) async throws -> Reply {
    guard let verifying = site.service.verifying(members) else { return nothingHere }
    let items = try await verifying.checks.work(for: id, by: try person(), at: looking)
    guard let organization = try await asking(id) else { return nothingHere }
    return page(ChecksPage(value: verifying.list(items, organization, language, today: looking.day)).page(language))
  }

  func checkPage(_ id: Organization.ID, _ person: PersonID, _ record: RecordID) async throws -> Reply {
    guard let verifying = site.service.verifying(members),
      let item = try await verifying.checks.look(record, of: person, for: id, by: try self.person(), at: looking),
      let organization = try await asking(id)
    else { return nothingHere }
    let value = verifying.form(item, organization, language, today: looking.day)
    return page(CheckPage(value: value, token: formToken).page(language))
  }

  func noteCheck(_ id: Organization.ID, _ person: PersonID, _ record: RecordID, _ form: Form) async throws -> Reply {
    let checker = try self.person()
    guard let verifying = site.service.verifying(members),
      let item = try await verifying.checks.look(record, of: person, for: id, by: checker, at: looking),
      let organization = try await asking(id)
    else { return nothingHere }
    let entry = CheckEntry(form)
    func again(_ errors: [FormError]) -> Reply {
      let value = verifying.form(item, organization, language, today: looking.day)
      return page(CheckPage(value: value, token: formToken, entry: entry, errors: errors).page(language), status: 422)
    }
    let (draft, errors) = entry.draft(seen: form["seen"].flatMap { Int($0) } ?? -1, language)
    guard let draft else { return again(errors) }
    let outcome = try await verifying.checks.record(draft, of: record, person, for: id, by: checker, at: looking)
    switch outcome {
    case .recorded: return redirect(.checks(id))
    case .noSuchRecord: return nothingHere
    case .changedMeanwhile:
      let message = Phrase(
        "The record was changed since you opened this page. Look at it again",
        "El expediente cambió desde que abrió esta página. Mírelo otra vez")
      return again([FormError(field: "answer", message: text(message))])
    case .refused(let problem):
      return again([FormError(field: Self.field(problem, draft), message: text(CheckWording.text(problem)))])
    }
  }

  private static func field(_ problem: SourceChecks.Problem, _ draft: SourceChecks.Draft) -> String {
    switch problem {
    case .noDay, .dayAhead: "month"
    case .noSource: "source"
    case .badText: draft.answer == .nothingFound ? "source" : "said"
    case .contradiction: "answer"
    case .otherName: "shown-name"
    case .wrongOrder: "ends-month"
    }
  }
}
