import Rules
import Services
import Vocabulary

/// Where somebody stands, and their record as a file.
extension MemberVisit {
  private var noStatus: Reply { site.missing(Address(.member(.account), language)) }

  func statusPage(_ asked: WalletDay, _ wallet: LiveWallet) async throws -> Reply {
    let (evidence, asOf) = try await evidence(asked, wallet)
    let status = try CareerStatus(
      wallet.live.base, evidence.evidence, Services.Inquiry(asOf: asOf, on: asked.on ?? asOf))
    let value = LiveStatus(
      base: wallet.live.base, choices: wallet.choices, evidence: evidence, status: status, asked: asked,
      language: language, asOf: asOf
    ).value
    return page(StatusPage(value: value, language: language).page())
  }

  func ownReasonPage(
    _ path: CredentialPath, _ rule: String, _ asked: WalletDay, _ wallet: LiveWallet
  ) async throws -> Reply {
    let (evidence, asOf) = try await evidence(asked, wallet)
    let visit = Visit(language: language, today: asOf, answers: Answers([]))
    let own = WalletRoute.reason(path, rule: rule, asked)
    if path.designation == "task",
      let value = try wallet.live.stateTask(path.body, task: rule, record: evidence.evidence, on: asked.on, visit)
    {
      return page(StateTaskPage(value: value, language: language, own: own).page())
    }
    guard
      let value = try wallet.live.reason(path, rule: rule, evidence.evidence, on: asked.on, visit, withFlips: true)
    else { return noStatus }
    return page(ReasonPage(value: value, language: language, own: own).page())
  }

  /// The record as it was known at the end of a day, and that day.
  private func evidence(
    _ asked: WalletDay, _ wallet: LiveWallet
  ) async throws -> (evidence: RecordedEvidence, asOf: CivilDate) {
    let today = site.today()
    let known = asked.known.flatMap { $0 < today ? $0 : nil }
    let end = known.map { Instant(microseconds: (Int64($0.days) + 1) * 86_400_000_000 - 1) }
    let versions = try await wallet.record.versions(for: person(), known: end, at: now)
    return (RecordedEvidence(versions) { $0.utcDay }, known ?? today)
  }

  // MARK: - Files

  func exportPage(_ wallet: LiveWallet) throws -> Reply {
    _ = try recentPerson()
    return page(
      RecordExportPage(token: formToken, hasHealth: wallet.health != nil, hasArchive: archive(wallet) != nil).page(
        language))
  }

  func exportRecord(_ form: Form, _ wallet: LiveWallet) async throws -> Reply {
    let person = try person()
    var file = RecordFile()
    file.record = try await wallet.record.holding(wallet.choices, for: person, at: now)
    let withHistory = form[RecordExportPage.history] != nil
    if withHistory { file.history = try await wallet.record.history(wallet.choices, for: person, at: now) }
    if form[RecordExportPage.health] != nil, let health = wallet.health {
      file.health = try await health.holding(wallet.choices, for: person, at: now)
      if withHistory { file.history += try await health.history(wallet.choices, for: person, at: now) }
    }
    return site.file(
      String(decoding: file.bytes, as: UTF8.self), name: "fobwatch-record-\(site.today()).json",
      type: "application/json")
  }

  func importPage(_ part: RecordPart, _ wallet: LiveWallet) throws -> Reply {
    guard wallet.part(part) != nil else { return noStatus }
    return page(RecordImportPage(part: part, token: formToken, hasArchive: archive(wallet) != nil).page(language))
  }

  /// Shows what a file would add; with the text of a file that was shown, adds it.
  func importRecord(_ part: RecordPart, _ form: Form, _ wallet: LiveWallet) async throws -> Reply {
    guard let own = wallet.part(part) else { return noStatus }
    func again(_ message: Phrase) -> Reply {
      let page = RecordImportPage(
        part: part, token: formToken, errors: [FormError(field: "file", message: text(message))])
      return self.page(page.page(language), status: 422)
    }
    guard form.fileNames["file"].map({ $0.ending == "json" }) ?? true else {
      return again(
        Phrase("Expected a file that ends in .json; another found", "Se esperaba un archivo .json; se encontró otro"))
    }
    let confirmed = form["text"]
    let sent = confirmed ?? form["file"] ?? ""
    let file: RecordFile
    do { file = try RecordFile(bytes: Array(sent.utf8), wallet.choices) } catch {
      let place = error.pointer.isEmpty ? "" : " (\(error.pointer))"
      return again(Phrase(error.message.en + place, error.message.es + place))
    }
    guard let holding = file.holding(part) else {
      return again(
        Phrase(
          "Expected a file with health records; none found",
          "Se esperaba un archivo con registros de salud; no se encontraron"))
    }
    guard confirmed != nil else {
      let planned = try await own.importing(holding, wallet.choices, for: person(), at: now)
      return page(
        RecordImportPage(
          part: part, token: formToken, planned: (planned, String(decoding: file.bytes, as: UTF8.self)),
          holdsHealth: file.health != nil
        ).page(language))
    }
    try await own.take(holding, wallet.choices, for: person(), at: now)
    return redirect(.wallet(.record(part)))
  }
}
