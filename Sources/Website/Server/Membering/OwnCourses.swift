import Rules
import Services
import Vocabulary

/// Which courses are enough for whoever is signed in. A catalog goes no further than the answer.
extension MemberVisit {
  func coursesPage() async throws -> Reply {
    guard let live = site.service.education else { return noCourses }
    let value = CoursesPage(
      hasCredential: live.holdsCredential(try await ownEvidence(), today: site.today()), token: formToken)
    return page(value.page(language))
  }

  /// The form with the catalog in it.
  func chooseCourses() async throws -> Reply {
    let type = inquiry.headers["content-type"] ?? ""
    let upload: Upload? = type.lowercased().hasPrefix("multipart/") ? try Upload(inquiry.body, contentType: type) : nil
    let form = try upload?.form ?? inquiry.form()
    guard isFormTheirs(form) else { return stale() }
    guard let live = site.service.education else { return noCourses }
    let (request, evidence, today) = (CoursesRequest(form, upload), try await ownEvidence(), site.today())
    let outcome: CoursesOutcome
    do {
      outcome = try await site.courseSearches.run(for: person().person.text) { time in
        live.courses(evidence, request, today: today, time)
      }
    } catch is CostlyWork.BusyError {
      return busy(request)
    }
    var value = CoursesPage(request: request, token: formToken)
    switch outcome {
    case .noCredential: value.hasCredential = false
    case .refused(let refusal):
      value.request.sheet = []
      value.errors = refusal.lines(language).map { FormError(field: CoursesRequest.Field.file, message: $0) }
    case .certificate(let bytes):
      return site.file(
        String(decoding: bytes, as: UTF8.self), name: "fobwatch-courses-\(today).json", type: "application/json")
    case .found(let found): value.answer = live.answer(found, language, today: today)
    }
    return page(value.page(language), status: value.errors.isEmpty ? 200 : 422)
  }

  private func busy(_ request: CoursesRequest) -> Reply {
    var reply = page(CoursesPage(request: request, isBusy: true, token: formToken).page(language), status: 503)
    reply.headers.append(("Retry-After", "30"))
    return reply
  }

  private func ownEvidence() async throws -> Evidence {
    Evidence(try await members.evidence.versions(of: person().person)) { $0.utcDay }
  }

  private var noCourses: Reply { site.missing(Address(.member(.courses), language)) }
}
