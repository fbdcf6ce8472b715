import Services
import Vocabulary

/// Papers that are photographed page by page.
extension MemberVisit {
  func pagesPage(_ id: PaperID, _ route: PagesRoute) async throws -> Reply {
    switch route {
    case .page: return try await draftPage(id)
    case .preview(let page):
      guard let papers = members.papers,
        let bytes = try await papers.preview(of: page, in: id, for: person(), at: now)
      else { return noPaper }
      return Reply(
        headers: [
          ("Content-Type", "image/jpeg"), ("Content-Disposition", "inline"), ("Cache-Control", "no-store"),
          ("Content-Security-Policy", SafeHeaders.paperPolicy),
        ], body: bytes)
    case .order, .paper, .removal: return wrongMethod
    }
  }

  func pages(_ id: PaperID, _ route: PagesRoute, _ form: Form) async throws -> Reply {
    guard let papers = members.papers else { return noPaper }
    switch route {
    case .page, .preview: return wrongMethod
    case .order:
      guard let page = form["page"].flatMap({ UploadID(text: $0) }),
        let turn = form["turn"].flatMap({ Papers.Turn(rawValue: $0) }),
        try await papers.turn(page, turn, in: id, for: person(), at: now)
      else { return noPaper }
      let isLeft = try await papers.draft(id, for: person(), at: now) != nil
      return redirect(isLeft ? .pages(id, .page) : .papers)
    case .removal:
      return try await papers.dropDraft(id, for: person(), at: now) ? redirect(.papers) : noPaper
    case .paper:
      switch try await papers.finish(id, for: person(), at: now) {
      case .kept(let paper): return redirect(.ownPaper(paper))
      case .noSuchPaper: return noPaper
      case .full: return try await draftPage(id, PaperWording.full(papers.limits))
      case .noSuchRecord: return try await draftPage(id, Self.noSuchRecord)
      case .changedMeanwhile:
        return try await draftPage(
          id,
          Phrase(
            "The pages changed since you opened this page. Look at them again",
            "Las páginas cambiaron desde que abrió esta página. Mírelas otra vez"))
      }
    }
  }

  /// Pages that are sent by the form, whole.
  func addPages(_ files: [[UInt8]], _ form: Form, to draft: String) async throws -> Reply {
    guard let papers = members.papers, let id = PaperID(text: draft),
      let found = try await papers.draft(id, for: person(), at: now)
    else { return noPaper }
    return try await addPages(files, form, found.kind, to: id)
  }

  func addPages(_ files: [[UInt8]], _ form: Form, _ kind: PaperKind, to draft: PaperID? = nil) async throws -> Reply {
    guard let papers = members.papers else { return noPaper }
    func again(_ messages: [Phrase], _ field: String = "photo") async throws -> Reply {
      let errors = messages.map { FormError(field: field, message: text($0)) }
      guard let draft else { return try await paperNewPage(form, errors: errors) }
      return try await draftPage(draft, errors)
    }
    guard !files.isEmpty else { return try await again([PaperWording.refusal(.empty, papers.limits)]) }
    let paging: Papers.Paging
    do {
      paging = try await papers.addPages(files, kind, to: Self.record(form), in: draft, for: person(), at: now)
    } catch PaperIntakeError.busy {
      return site.page(ErrorPage(kind: .unavailable, address: Address(.member(.paperNew), language)))
    }
    switch paging {
    case .added(let id): return redirect(.pages(id, .page))
    case .refused(let refused):
      for refusal in refused.values { tellPaper(refusal) }
      return try await again(
        refused.sorted { $0.key < $1.key }.map {
          PaperWording.refusal($0.value, ofPhoto: $0.key, papers.limits)
        })
    case .pagesFull: return try await again([PaperWording.pagesFull(papers.limits)])
    case .tooManyUnderWay: return try await again([PaperWording.underWay])
    case .noSuchPaper: return noPaper
    case .noSuchRecord: return try await again([Self.noSuchRecord], "answer")
    }
  }

  private func draftPage(_ id: PaperID, _ message: Phrase) async throws -> Reply {
    try await draftPage(id, [FormError(field: "pages", message: text(message))])
  }

  private func draftPage(_ id: PaperID, _ errors: [FormError] = []) async throws -> Reply {
    guard let papers = members.papers, let draft = try await papers.draft(id, for: person(), at: now) else {
      return noPaper
    }
    let place = try await draft.record == nil ? nil : places().first { $0.id == draft.record }
    let value = PaperPagesPage(
      id: id, name: text(PaperWording.kind(draft.kind)), place: place?.name, pages: draft.pages.map(\.id),
      endsAt: words(draft.endsAt), token: formToken, limits: papers.limits, errors: errors)
    var reply = page(value.page(language), status: errors.isEmpty ? 200 : 422)
    reply.headers.append(("Content-Security-Policy", SafeHeaders.sendingPolicy))
    return reply
  }
}
