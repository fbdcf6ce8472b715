import Rules
import Services
import Vocabulary

/// The papers that somebody keeps.
extension MemberVisit {
  func papersPage() async throws -> Reply {
    guard let papers = members.papers else { return noPaper }
    let kept = try await papers.list(for: person(), at: now)
    let drafts = try await papers.drafts(for: person(), at: now).map { draft in
      PapersPage.Draft(
        id: draft.id, name: text(PaperWording.kind(draft.kind)), pages: draft.pages.count, endsAt: words(draft.endsAt))
    }
    func rows(_ isHealth: Bool) -> [PapersPage.Row] {
      kept.filter { $0.paper.kind.isHealth == isHealth }.map { kept in
        let (form, day) = (PaperWording.form(kept.paper.form), words(kept.addedAt))
        return PapersPage.Row(
          id: kept.paper.id, name: text(PaperWording.kind(kept.paper.kind)),
          text: text(Phrase("\(form[.english]), added on \(day).", "\(form[.spanish]), agregado el \(day).")))
      }
    }
    return page(PapersPage(rows: rows(false), health: rows(true), drafts: drafts).page(language))
  }

  func ownPaperPage(_ id: PaperID, errors: [FormError] = []) async throws -> Reply {
    guard let papers = members.papers, let kept = try await papers.look(id, for: person(), at: now) else {
      return noPaper
    }
    let paper = kept.paper
    let places = try await places()
    return page(
      OwnPaperPage(
        id: id, name: text(PaperWording.kind(paper.kind)), form: text(PaperWording.form(paper.form)),
        size: Self.size(paper.size), added: words(kept.addedAt), record: places.first { $0.id == paper.record },
        places: paper.kind.isHealth ? [] : places, hasPreview: paper.previewSize > 0, token: formToken, errors: errors
      ).page(language), status: errors.isEmpty ? 200 : 422)
  }

  func movePaper(_ id: PaperID, _ form: Form) async throws -> Reply {
    guard let papers = members.papers else { return noPaper }
    let record = Self.record(form)
    let isUnread = record == nil && form["record"]?.isEmpty == false
    switch isUnread ? .noSuchRecord : try await papers.move(id, to: record, for: person(), at: now) {
    case .done: return redirect(.ownPaper(id))
    case .noSuchPaper: return noPaper
    case .noSuchRecord:
      return try await ownPaperPage(id, errors: [FormError(field: "record", message: text(Self.noSuchRecord))])
    }
  }

  /// The papers of one thing of the record, for its page.
  func papers(of record: RecordID) async throws -> [Link] {
    guard let papers = members.papers else { return [] }
    return try await papers.list(for: person(), at: now).filter { $0.paper.record == record }.map { kept in
      let (kind, day) = (PaperWording.kind(kept.paper.kind), words(kept.addedAt))
      return Link(
        text(Phrase("\(kind.en), added on \(day)", "\(kind.es), agregado el \(day)")),
        .page(.member(.ownPaper(kept.paper.id))))
    }
  }

  /// The bytes of a paper: the preview to be shown, the content to be saved. What is kept was made by us; all the same a
  /// browser runs nothing of it.
  func paperPart(_ id: PaperID, _ part: PaperPart) async throws -> Reply {
    guard let papers = members.papers, let (kept, bytes) = try await papers.bytes(id, part, for: person(), at: now)
    else { return noPaper }
    let (form, kind) = (kept.paper.form, kept.paper.kind.rawValue)
    let name = "fobwatch-\(kind)-\(kept.addedAt.utcDay).\(form.ending)"
    let disposition =
      switch part {
      case .content: "attachment; filename=\"\(name)\""
      case .preview: "inline"
      }
    return Reply(
      headers: [
        ("Content-Type", part == .preview ? "image/jpeg" : form.mediaType), ("Content-Disposition", disposition),
        ("Cache-Control", "no-store"), ("Content-Security-Policy", SafeHeaders.paperPolicy),
      ], body: bytes)
  }

  func removePaper(_ id: PaperID) async throws -> Reply {
    guard let papers = members.papers, try await papers.remove(id, for: person(), at: now) else { return noPaper }
    return redirect(.papers)
  }

  // MARK: - One more

  func paperNewPage(_ form: Form = Form(), errors: [FormError] = []) async throws -> Reply {
    guard let papers = members.papers else { return noPaper }
    let form = PaperNewPage(
      places: try await places(), token: formToken, limits: papers.limits, kind: form["answer"] ?? "",
      record: form["record"] ?? "", isPage: form["more"] == "1", errors: errors)
    var reply = page(form.page(language), status: errors.isEmpty ? 200 : 422)
    reply.headers.append(("Content-Security-Policy", SafeHeaders.sendingPolicy))
    return reply
  }

  /// The form with the file in it.
  func addPaper() async throws -> Reply {
    guard let papers = members.papers else { return noPaper }
    let type = inquiry.headers["content-type"] ?? ""
    let upload: Upload? = type.lowercased().hasPrefix("multipart/") ? try Upload(inquiry.body, contentType: type) : nil
    let form = try upload?.form ?? inquiry.form()
    guard isFormTheirs(form) else { return stale() }
    func again(_ field: String, _ message: Phrase) async throws -> Reply {
      try await paperNewPage(form, errors: [FormError(field: field, message: text(message))])
    }
    let files = upload?.sent.filter { ["photo", "file"].contains($0.name) }.map(\.file) ?? []
    if let draft = form["draft"] { return try await addPages(files, form, to: draft) }
    guard let file = files.first else {
      return try await again("photo", PaperWording.refusal(.empty, papers.limits))
    }
    guard let kind = PaperKind(rawValue: form["answer"] ?? "") else {
      return try await again("answer", Phrase("Pick one", "Elija una opción"))
    }
    if files.count > 1 || form["more"] == "1" { return try await addPages(files, form, kind) }
    let adding: Papers.Adding
    do {
      adding = try await papers.add(file, kind, to: Self.record(form), for: person(), at: now)
    } catch PaperIntakeError.busy {
      return site.page(ErrorPage(kind: .unavailable, address: Address(.member(.paperNew), language)))
    }
    switch adding {
    case .kept(let id): return redirect(.ownPaper(id))
    case .refused(let refusal):
      tellPaper(refusal)
      return try await again("photo", PaperWording.refusal(refusal, papers.limits))
    case .full: return try await again("photo", PaperWording.full(papers.limits))
    case .noSuchRecord: return try await again("answer", Self.noSuchRecord)
    }
  }

  static func record(_ form: Form) -> RecordID? { form["record"].flatMap { RecordID(text: $0) } }

  static let noSuchRecord = Phrase(
    "This cannot belong to that. Pick another, or nothing",
    "No puede corresponder a eso. Elija otra cosa, o nada")

  /// What of the record a paper can belong to; nothing of health.
  func places() async throws -> [PaperNewPage.Place] {
    guard let papers = members.papers else { return [] }
    let choices = site.service.wallet(members)?.choices
    return try await papers.records(for: person(), at: now).map { record, evidence in
      PaperNewPage.Place(id: record, name: name(of: evidence, choices))
    }
  }

  /// "certification: CMA (AAMA), Sep 8, 2026".
  private func name(of record: EvidenceRecord, _ choices: RecordChoices?) -> String {
    let kind = FieldWording.kind(record.kind)
    let title = choices.map { RecordWording.title(record, $0) } ?? kind
    let day = RecordWording.day(record).map { ", " + FieldWording.value($0, language) } ?? ""
    let isSame = kind.en.lowercased() == title.en.lowercased()
    return (isSame ? text(kind) : "\(text(kind)): \(text(title))") + day
  }

  /// "840 kB", "1.2 MB".
  private static func size(_ bytes: Int) -> String {
    if bytes < 1_000_000 { return "\(max(1, bytes / 1_000)) kB" }
    return "\(bytes / 1_000_000).\(bytes % 1_000_000 / 100_000) MB"
  }

  var noPaper: Reply { site.missing(Address(.member(.papers), language)) }
}
