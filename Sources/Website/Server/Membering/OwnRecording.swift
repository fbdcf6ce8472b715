import Rules
import Services
import Vocabulary

/// What somebody keeps about themselves.
extension MemberVisit {
  private var wallet: LiveWallet? { site.service.wallet(members) }
  private var noWallet: Reply { site.missing(Address(.member(.account), language)) }

  func walletPage(_ route: WalletRoute) async throws -> Reply {
    guard let wallet else { return noWallet }
    switch route {
    case .record(let part): return try await recordPage(part, wallet)
    case .add(let kind):
      guard wallet.part(RecordPart(kind)) != nil else { return noWallet }
      return page(RecordFormPage(value: wallet.newForm(kind), token: formToken).page(language))
    case .item(let part, let id): return try await itemPage(part, id, wallet)
    case .status(let day): return try await statusPage(day, wallet)
    case .reason(let path, let rule, let day): return try await ownReasonPage(path, rule, day, wallet)
    case .whatIf(let entry): return try await whatIfPage(entry, wallet)
    case .exporting: return try exportPage(wallet)
    case .importing(let part): return try importPage(part, wallet)
    case .archive: return try await archivePage(wallet)
    case .archiveReturn: return try archiveReturnPage(wallet)
    case .clocks: return try await clocksPage(wallet)
    case .withdrawal, .complete, .lookEnd: return wrongMethod
    }
  }

  func wallet(_ route: WalletRoute, _ form: Form) async throws -> Reply {
    guard let wallet else { return noWallet }
    switch route {
    case .add(let kind): return try await addRecord(kind, form, wallet)
    case .item(let part, let id): return try await correctRecord(part, id, form, wallet)
    case .withdrawal(let part, let id): return try await withdrawRecord(part, id, form, wallet)
    case .complete(let kind): return try await completeKind(kind, form, wallet)
    case .exporting: return try await exportRecord(form, wallet)
    case .importing(let part): return try await importRecord(part, form, wallet)
    case .archive: return try await saveArchive(form, wallet)
    case .clocks: return try await noteLook(form, wallet)
    case .lookEnd: return try await forgetLook(form, wallet)
    // Its form is read before: see `returnArchive`.
    case .record, .status, .reason, .whatIf, .archiveReturn: return wrongMethod
    }
  }

  // MARK: - Looking

  private func recordPage(_ part: RecordPart, _ wallet: LiveWallet) async throws -> Reply {
    guard let own = wallet.part(part) else { return noWallet }
    let versions = try await own.versions(for: person(), at: now)
    return page(RecordPage(value: wallet.list(versions, part, language), token: formToken).page(language))
  }

  /// A thing of the record as its page shows it; nil: there is none of that name.
  private func item(_ part: RecordPart, _ id: RecordID, _ wallet: LiveWallet) async throws -> RecordItemPage.Value? {
    guard let own = wallet.part(part) else { return nil }
    let person = try person()
    let events = try await own.history(of: id, for: person, at: now)
    var value = wallet.item(events, part, of: person, language, today: site.today())
    if part == .record, members.papers != nil { value?.papers = try await papers(of: id) }
    return value
  }

  private func itemPage(_ part: RecordPart, _ id: RecordID, _ wallet: LiveWallet) async throws -> Reply {
    guard let value = try await item(part, id, wallet) else { return noWallet }
    return page(RecordItemPage(value: value, token: formToken).page(language))
  }

  // MARK: - Changing

  private func addRecord(_ kind: EvidenceKind, _ form: Form, _ wallet: LiveWallet) async throws -> Reply {
    let part = RecordPart(kind)
    guard let own = wallet.part(part) else { return noWallet }
    var value = wallet.newForm(kind)
    value.entered = EnteredRecord(form)
    func again(_ errors: [FormError]) -> Reply {
      page(RecordFormPage(value: value, token: formToken, errors: errors).page(language), status: 422)
    }
    let read = read(value.entered, kind, old: nil, wallet)
    value.asksToKeep = read.asksToKeep
    guard let record = read.record else { return again(read.errors) }
    switch try await own.add(record, for: person(), at: now) {
    case .done:
      // Of oneself there is one record, and it is all of it.
      if kind == .person { try await own.complete(.person, through: site.today(), for: person(), at: now) }
      return redirect(.wallet(.record(part)))
    case .full:
      return again([
        FormError(
          field: kind.fields.first?.name ?? "",
          message: text(
            Phrase(
              "At most \(OwnRecord.most) records expected; this one would be one more",
              "Se esperaban como máximo \(OwnRecord.most) registros; este sería uno más")))
      ])
    case .noSuchRecord, .changedMeanwhile: return noWallet
    }
  }

  private func correctRecord(
    _ part: RecordPart, _ id: RecordID, _ form: Form, _ wallet: LiveWallet
  ) async throws -> Reply {
    guard let own = wallet.part(part), var value = try await item(part, id, wallet), var shown = value.form,
      let old = try await standing(own, id)
    else { return noWallet }
    shown.entered = EnteredRecord(form)
    let read = read(shown.entered, shown.kind, old: old, wallet)
    shown.asksToKeep = read.asksToKeep
    (value.form, value.why) = (shown, trimmed(form["why"] ?? ""))
    func again(_ errors: [FormError]) -> Reply {
      page(RecordItemPage(value: value, token: formToken, errors: errors).page(language), status: 422)
    }
    var errors = read.errors
    if let error = reasonError(form, "why", part, keeps: shown.entered.isTicked(RecordFormPage.keepText)) {
      errors.append(error)
      if part == .record, !value.why.isEmpty { value.form?.asksToKeep = true }
    }
    guard let record = read.record, errors.isEmpty else { return again(errors) }
    let outcome = try await own.correct(
      id, seen: form["seen"].flatMap { Int($0) } ?? 0, to: record, why: trimmed(form["why"] ?? ""), for: person(),
      at: now)
    switch outcome {
    case .done: return redirect(.wallet(.item(part, id)))
    case .changedMeanwhile: return again([changed("why")])
    case .noSuchRecord, .full: return noWallet
    }
  }

  private func withdrawRecord(
    _ part: RecordPart, _ id: RecordID, _ form: Form, _ wallet: LiveWallet
  ) async throws -> Reply {
    guard let own = wallet.part(part), let value = try await item(part, id, wallet), value.form != nil else {
      return noWallet
    }
    func again(_ error: FormError) -> Reply {
      page(RecordItemPage(value: value, token: formToken, errors: [error]).page(language), status: 422)
    }
    if let error = reasonError(form, "reason", part, keeps: false) { return again(error) }
    let outcome = try await own.withdraw(
      id, seen: form["seen"].flatMap { Int($0) } ?? 0, why: trimmed(form["reason"] ?? ""), for: person(), at: now)
    switch outcome {
    case .done: return redirect(.wallet(.record(part)))
    case .changedMeanwhile: return again(changed("reason"))
    case .noSuchRecord, .full: return noWallet
    }
  }

  private func completeKind(_ kind: EvidenceKind, _ form: Form, _ wallet: LiveWallet) async throws -> Reply {
    let part = RecordPart(kind)
    guard let own = wallet.part(part), kind != .person else { return noWallet }
    try await own.complete(kind, through: form["all"] == "yes" ? site.today() : nil, for: person(), at: now)
    return redirect(.wallet(.record(part)))
  }

  // MARK: - Reading forms

  private struct Read {
    var record: EvidenceRecord?
    var errors: [FormError] = []
    var asksToKeep = false
  }

  /// The record that a form gives; none with errors. A text that looks as if it were about a patient is asked about once.
  private func read(
    _ entered: EnteredRecord, _ kind: EvidenceKind, old: EvidenceRecord?, _ wallet: LiveWallet
  ) -> Read {
    let record: EvidenceRecord
    do {
      record = try EnteredReading(wallet.choices, today: site.today()).record(entered, kind, old: old)
    } catch {
      return Read(errors: error.all.map { FormError(field: $0.field, message: text($0.message)) })
    }
    let signs = PatientText.signs(in: record, wallet.choices)
    guard !signs.isEmpty else { return Read(record: record) }
    if entered.isTicked(RecordFormPage.keepText) { return Read(record: record, asksToKeep: true) }
    return Read(
      errors: signs.map { FormError(field: $0.field, message: text(PatientTextWording.warning($0.signs))) },
      asksToKeep: true)
  }

  /// What is wrong with a reason; nil when it can be kept.
  private func reasonError(_ form: Form, _ field: String, _ part: RecordPart, keeps: Bool) -> FormError? {
    let why = trimmed(form[field] ?? "")
    if part == .health {
      return HealthReason(rawValue: why) == nil
        ? FormError(field: field, message: text(Phrase("Pick one", "Elija una opción"))) : nil
    }
    guard (1...300).contains(why.count), why.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 }) else {
      return FormError(
        field: field,
        message: text(
          Phrase(
            "Expected why, in 1 to 300 letters on one line; \(why.count) found",
            "Se esperaba el porqué, de 1 a 300 letras en una línea; se encontraron \(why.count)")))
    }
    let signs = PatientText.signs(in: why)
    return signs.isEmpty || keeps
      ? nil : FormError(field: field, message: text(PatientTextWording.warning(signs)))
  }

  private func changed(_ field: String) -> FormError {
    FormError(
      field: field,
      message: text(
        Phrase(
          "This was corrected since you opened this page. Open it once more",
          "Esto se corrigió desde que abrió esta página. Ábrala otra vez")))
  }

  private func standing(_ own: OwnRecord, _ id: RecordID) async throws -> EvidenceRecord? {
    let version = try await own.versions(for: person(), at: now).first { $0.record == id }
    guard case .evidence(let record)? = version?.content else { return nil }
    return record
  }
}

extension EnteredRecord {
  /// The fields as a form sent them.
  init(_ form: Form) {
    self.init(Dictionary(form.fields.map { ($0.name, [trimmed($0.value)]) }) { $0 + $1 })
  }
}
