import Rules
import Services
import Vocabulary

/// One's own externship ledger.
extension MemberVisit {
  private var externship: Externship { Externship(accounts) }

  func externshipPage(_ route: ExternshipRoute) async throws -> Reply {
    switch route {
    case .ledger: return try await ledgerPage()
    case .add: return page(ExternshipDayPage(token: formToken, words: words).page(language))
    case .day(let id): return try await dayPage(id)
    case .links: return try await linkPage()
    case .letters: return try await lettersPage()
    case .file:
      let text = try await externship.file(for: try person(), at: now)
      return site.file(text, name: "externship.json", type: "application/json")
    case .removal, .linkEnd, .letter: return wrongMethod
    }
  }

  func externship(_ route: ExternshipRoute, _ form: Form) async throws -> Reply {
    switch route {
    case .add: return try await addDay(form)
    case .day(let id): return try await correctDay(id, form)
    case .removal(let id): return try await removeDay(id, form)
    case .links: return try await makeSignOffLink(form)
    case .linkEnd:
      guard let id = form["link"].flatMap(SignOffLink.ID.init(text:)),
        try await externship.revokeLink(id, by: try person(), at: now)
      else { return nothingHere }
      return redirect(.externship(.ledger))
    case .letters: return try await askForLetter(form)
    case .letter(let id): return try await noteLetter(id, form)
    case .ledger, .file: return wrongMethod
    }
  }

  private func ledgerPage() async throws -> Reply {
    let person = try person()
    let ledger = try await externship.ledger(for: person, at: now)
    let links = try await externship.links(for: person, at: now)
    var minimums: MinimumsPart?
    if let live = site.service.externshipMinimums(members, site.today()) {
      let recorded = RecordedEvidence(try await members.evidence.versions(of: person.person)) { _ in .distantPast }
      minimums = live.value(recorded.evidence, language)
    }
    return page(
      ExternshipPage(
        ledger: ledger, links: links, minimums: minimums, isMinor: person.isMinor, token: formToken, words: words
      ).page(language))
  }

  // MARK: - Days

  private func addDay(_ form: Form) async throws -> Reply {
    let person = try person()
    let entry = ExternshipEntry(form)
    func again(_ errors: [FormError]) -> Reply {
      page(
        ExternshipDayPage(entry: entry, errors: errors, token: formToken, words: words).page(language), status: 422)
    }
    let (day, errors) = entry.draft(language)
    guard let day else { return again(errors) }
    let outcome = try await externship.add(
      day, isNoPatient: entry.isNoPatient, for: person, asOf: site.today(), at: now)
    return reply(to: outcome, again)
  }

  private func line(_ id: ExternshipDay.ID) async throws -> ExternshipLedger.Line? {
    try await externship.ledger(for: try person(), at: now).lines.first { $0.id == id }
  }

  private func dayPage(_ id: ExternshipDay.ID) async throws -> Reply {
    guard let line = try await line(id) else { return nothingHere }
    return page(
      ExternshipDayPage(line: line, entry: ExternshipEntry(line.content), token: formToken, words: words)
        .page(language))
  }

  private func correctDay(_ id: ExternshipDay.ID, _ form: Form) async throws -> Reply {
    let person = try person()
    guard let line = try await line(id) else { return nothingHere }
    let entry = ExternshipEntry(form)
    func again(_ errors: [FormError]) -> Reply {
      page(
        ExternshipDayPage(line: line, entry: entry, errors: errors, token: formToken, words: words).page(language),
        status: 422)
    }
    let (day, errors) = entry.draft(language)
    guard let day else { return again(errors) }
    let outcome = try await externship.correct(
      id, to: day, seen: form["seen"].flatMap { Int($0) } ?? -1, isNoPatient: entry.isNoPatient, for: person,
      asOf: site.today(), at: now)
    return reply(to: outcome, again)
  }

  private func removeDay(_ id: ExternshipDay.ID, _ form: Form) async throws -> Reply {
    let person = try person()
    guard let line = try await line(id) else { return nothingHere }
    let outcome = try await externship.remove(
      id, seen: form["seen"].flatMap { Int($0) } ?? -1, for: person, at: now)
    return reply(to: outcome) { errors in
      page(
        ExternshipDayPage(
          line: line, entry: ExternshipEntry(line.content), errors: errors, token: formToken, words: words
        ).page(language), status: 422)
    }
  }

  private func reply(to outcome: Externship.Outcome, _ again: ([FormError]) -> Reply) -> Reply {
    switch outcome {
    case .kept: return redirect(.externship(.ledger))
    case .nothing: return nothingHere
    case .changedMeanwhile:
      let message = Phrase(
        "This day was changed since you opened the page. Look at it again",
        "Este día cambió desde que abrió la página. Mírelo otra vez")
      return again([FormError(field: "month", message: text(message))])
    case .refused(let problem): return again([ExternshipEntry.error(problem, language)])
    case .patient(let notes):
      return again(
        notes.map {
          FormError(field: $0.text.rawValue, message: text(PatientTextWording.warning($0.signs)))
        })
    case .tooMany:
      return again([
        FormError(field: "month", message: text(Phrase("No more days can be kept", "No se pueden guardar más días")))
      ])
    }
  }

  // MARK: - Links

  private func linkPage(_ form: Form? = nil, errors: [FormError] = []) async throws -> Reply {
    let person = try person()
    let ledger = try await externship.ledger(for: person, at: now)
    var shown = SignOffLinkPage(lines: ledger.lines.filter { $0.standing.signature == nil }, token: formToken)
    if let form {
      (shown.picked, shown.name, shown.days) = (form.all("day"), oneLine(form["name"]), form["days"] ?? "")
    }
    shown.errors = errors
    return page(shown.page(language), status: errors.isEmpty ? 200 : 422)
  }

  private func makeSignOffLink(_ form: Form) async throws -> Reply {
    let picked = form.all("day").map(ExternshipDay.ID.init(text:))
    let outcome = try await externship.makeLink(
      for: picked.contains(nil) ? [] : picked.compactMap(\.self), name: oneLine(form["name"]),
      days: form["days"].flatMap { Int($0) } ?? 0, by: try person(), at: now)
    func again(_ field: String, _ message: Phrase) async throws -> Reply {
      try await linkPage(form, errors: [FormError(field: field, message: text(message))])
    }
    switch outcome {
    case .made(let link, let token):
      let path = Address(.member(.signOff(token.text)), language).text
      return page(SignOffLinkPage.made(members.home + path, until: words(link.endsAt), language))
    case .noDays:
      return try await again(
        "day",
        Phrase(
          "Pick 1 to \(SignOffLink.mostDays) days that are not signed",
          "Elija de 1 a \(SignOffLink.mostDays) días sin firma"))
    case .badName:
      return try await again(
        "name",
        Phrase(
          "Give a name of at most \(ProofLink.longestName) characters",
          "Escriba un nombre de \(ProofLink.longestName) caracteres como máximo"))
    case .badTime: return try await again("days", Phrase("Pick one of the list", "Elija de la lista"))
    case .tooMany:
      return try await again(
        "day",
        Phrase(
          "\(SignOffLink.most) links are open. End one first",
          "Hay \(SignOffLink.most) enlaces abiertos. Termine uno primero"))
    }
  }

  // MARK: - Letters

  private func lettersPage() async throws -> Reply {
    let ledger = try await externship.ledger(for: try person(), at: now)
    return page(LettersPage(letters: ledger.letters, token: formToken).page(language))
  }

  private func askForLetter(_ form: Form) async throws -> Reply {
    let person = try person()
    let (from, entered) = (oneLine(form["from"]), Entered(day: form, ""))
    func again(_ field: String, _ message: Phrase) async throws -> Reply {
      let ledger = try await externship.ledger(for: person, at: now)
      return page(
        LettersPage(
          letters: ledger.letters, from: from, entered: entered,
          errors: [FormError(field: field, message: text(message))], token: formToken
        ).page(language), status: 422)
    }
    guard let day = BirthdayFields.day(entered) else { return try await again("month", Self.noDay) }
    let problem = try await externship.ask(from: from, on: day, for: person, asOf: site.today(), at: now)
    switch problem {
    case nil: return redirect(.externship(.letters))
    case .noName?, .patient?: return try await again("from", ExternshipWording.text(problem ?? .noName))
    case .dayAhead?, .dayTooOld?, .noSuchStep?, .noSuchLetter?, .tooMany?:
      return try await again("month", ExternshipWording.text(problem ?? .dayAhead))
    }
  }

  private func noteLetter(_ id: ExperienceLetter.ID, _ form: Form) async throws -> Reply {
    let person = try person()
    let ledger = try await externship.ledger(for: person, at: now)
    guard ledger.letters.contains(where: { $0.id == id }) else { return nothingHere }
    let prefix = "\(id.text)-"
    let entered = Entered(day: form, prefix)
    func again(_ message: Phrase) -> Reply {
      page(
        LettersPage(
          letters: ledger.letters, entered: entered, sent: id,
          errors: [FormError(field: prefix + "month", message: text(message))], token: formToken
        ).page(language), status: 422)
    }
    guard let event = form["event"].flatMap(ExperienceLetter.Event.init(rawValue:)) else {
      return again(Phrase("Pick one of the list", "Elija de la lista"))
    }
    guard let day = BirthdayFields.day(entered) else { return again(Self.noDay) }
    let problem = try await externship.note(.init(event, day), of: id, for: person, asOf: site.today(), at: now)
    if let problem { return problem == .noSuchLetter ? nothingHere : again(ExternshipWording.text(problem)) }
    return redirect(.externship(.letters))
  }
}
