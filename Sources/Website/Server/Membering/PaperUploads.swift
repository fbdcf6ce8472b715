import CanonicalJSON
import Cryptography
import Services
import Vocabulary

/// A paper that comes in pieces: begun by a POST; a HEAD says how much is here; a PATCH adds what comes next. When the last
/// piece is here, the file is looked at, and the answer to that PATCH says what came of it.
extension MemberVisit {
  func beginUpload(_ form: Form) async throws -> Reply {
    guard let papers = members.papers else { return noPaper }
    var (kind, record, page) = (PaperKind(rawValue: form["answer"] ?? ""), Self.record(form), PaperID?.none)
    if let text = form["draft"] {
      guard let id = PaperID(text: text), let draft = try await papers.draft(id, for: person(), at: now) else {
        return noPaper
      }
      (kind, record, page) = (draft.kind, draft.record, id)
    } else if form["more"] == "1" {
      page = .fresh(from: papers.random)
    }
    guard let kind, let size = form["size"].flatMap({ Int($0) }) else {
      return refused(Phrase("Pick one", "Elija una opción"))
    }
    let step = try await papers.begin(kind, to: record, size: size, page: page, for: person(), at: now)
    guard case .at(let upload) = step else { return answer(step, papers) }
    var reply = standing(upload, status: 201)
    reply.headers.append(("Location", Address(.member(.upload(upload.id)), language).text))
    return reply
  }

  func uploadStanding(_ id: UploadID) async throws -> Reply {
    guard let papers = members.papers else { return noPaper }
    return answer(try await papers.look(id, for: person(), at: now), papers)
  }

  func appendUpload(_ id: UploadID) async throws -> Reply {
    guard let papers = members.papers else { return noPaper }
    guard let offset = inquiry.headers["upload-offset"].flatMap({ Int($0) }), offset >= 0 else {
      return Reply(status: 400, headers: [("Cache-Control", "no-store")])
    }
    do {
      return answer(try await papers.append(inquiry.body, at: offset, to: id, for: person(), at: now), papers)
    } catch PaperIntakeError.busy {
      return Reply(status: 503, headers: [("Cache-Control", "no-store"), ("Retry-After", "10")])
    }
  }

  /// Whether a piece comes from a page of this session: what forms have as a field, it has as a header.
  var isPieceTheirs: Bool {
    guard let formToken else { return false }
    return ConstantTime.areEqual(Array(formToken.utf8), Array((inquiry.headers["form-token"] ?? "").utf8))
  }

  private func answer(_ step: Papers.Step, _ papers: Papers) -> Reply {
    switch step {
    case .at(let upload): return standing(upload, status: 204)
    case .kept(let id):
      return Reply(
        status: 201,
        headers: [
          ("Cache-Control", "no-store"), ("Upload-Complete", "?1"),
          ("Location", Address(.member(.ownPaper(id)), language).text),
        ])
    case .page(let id):
      return Reply(
        status: 201,
        headers: [
          ("Cache-Control", "no-store"), ("Upload-Complete", "?1"),
          ("Location", Address(.member(.pages(id, .page)), language).text),
        ])
    case .pagesFull: return refused(PaperWording.pagesFull(papers.limits))
    case .refused(let refusal):
      tellPaper(refusal)
      return refused(PaperWording.refusal(refusal, papers.limits))
    case .full: return refused(PaperWording.full(papers.limits))
    case .noSuchRecord: return refused(Self.noSuchRecord)
    case .noSuchUpload: return noPaper
    case .tooManyUploads:
      return refused(PaperWording.underWay)
    case .otherOffset(let offset):
      return Reply(
        status: 409, headers: [("Cache-Control", "no-store"), ("Upload-Offset", String(offset))])
    }
  }

  private func standing(_ upload: PaperUpload, status: Int) -> Reply {
    var headers = [
      ("Cache-Control", "no-store"), ("Upload-Offset", String(upload.received)), ("Upload-Length", String(upload.size)),
      ("Upload-Complete", upload.paper == nil ? "?0" : "?1"),
    ]
    if let paper = upload.paper {
      let route = upload.page == nil ? MemberRoute.ownPaper(paper) : .pages(paper, .page)
      headers.append(("Location", Address(.member(route), language).text))
    }
    return Reply(status: status, headers: headers.map { (name: $0.0, value: $0.1) })
  }

  private func refused(_ why: Phrase) -> Reply {
    var object = JSONObject()
    object["message"] = .string(why[language])
    return Reply(
      status: 422, headers: [("Content-Type", "application/json"), ("Cache-Control", "no-store")],
      body: JSON.object(object).bytes)
  }
}
