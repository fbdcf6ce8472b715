import Rules
import Services
import Vocabulary

/// The papers that somebody keeps.
extension MemberVisit {
  func papersPage() async throws -> Reply {
    guard let papers = members.papers else { return noPaper }
    let kept = try await papers.list(for: person(), at: now)
    func rows(_ isHealth: Bool) -> [PapersPage.Row] {
      kept.filter { $0.paper.kind.isHealth == isHealth }.map { kept in
        let (form, day) = (PaperWording.form(kept.paper.form), words(kept.addedAt))
        return PapersPage.Row(
          id: kept.paper.id, name: text(PaperWording.kind(kept.paper.kind)),
          text: text(Phrase("\(form[.english]), added on \(day).", "\(form[.spanish]), agregado el \(day).")))
      }
    }
    return page(PapersPage(rows: rows(false), health: rows(true)).page(language))
  }

  func ownPaperPage(_ id: PaperID) async throws -> Reply {
    guard let papers = members.papers, let kept = try await papers.look(id, for: person(), at: now) else {
      return noPaper
    }
    let paper = kept.paper
    let record = try await places().first { $0.id == paper.record }
    return page(
      OwnPaperPage(
        id: id, name: text(PaperWording.kind(paper.kind)), form: text(PaperWording.form(paper.form)),
        size: Self.size(paper.size), added: words(kept.addedAt), record: record?.name,
        hasPreview: paper.previewSize > 0, token: formToken
      ).page(language))
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
      record: form["record"] ?? "", errors: errors)
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
    guard let file = ["photo", "file"].compactMap({ upload?.files[$0] }).first(where: { !$0.isEmpty }) else {
      return try await again("photo", PaperWording.refusal(.empty, papers.limits))
    }
    guard let kind = PaperKind(rawValue: form["answer"] ?? "") else {
      return try await again("answer", Phrase("Pick one", "Elija una opción"))
    }
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
  private func places() async throws -> [PaperNewPage.Place] {
    guard let papers = members.papers else { return [] }
    return try await papers.records(for: person(), at: now).map { record, evidence in
      PaperNewPage.Place(id: record, name: name(of: evidence))
    }
  }

  /// "program, Sample Career College, Sep 8, 2026".
  private func name(of record: EvidenceRecord) -> String {
    var words = [text(FieldWording.kind(record.kind))]
    for field in record.kind.fields {
      switch (field.content, record[field.name]) {
      case (.name, .word(let name)) where field.name != "of" && field.name != "for": words.append(name)
      case (.day, .day(let days, _)) where days.isExact && words.count < 3:
        words.append(site.service.words(for: days.first, language))
        return words.joined(separator: ", ")
      default: break
      }
    }
    return words.joined(separator: ", ")
  }

  /// "840 kB", "1.2 MB".
  private static func size(_ bytes: Int) -> String {
    if bytes < 1_000_000 { return "\(max(1, bytes / 1_000)) kB" }
    return "\(bytes / 1_000_000).\(bytes % 1_000_000 / 100_000) MB"
  }

  var noPaper: Reply { site.missing(Address(.member(.papers), language)) }
}
