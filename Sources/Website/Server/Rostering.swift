import Vocabulary

extension Site {
  /// Checks a sheet, and shows the answer or gives it as a file. The sheet goes no further than this call.
  func roster(_ visit: Visit, _ inquiry: Inquiry) async throws -> Reply {
    try await costly.run(for: inquiry.from ?? "unknown") { try await answer(visit, inquiry) }
  }

  private func answer(_ visit: Visit, _ inquiry: Inquiry) async throws -> Reply {
    let upload = try Upload(inquiry.body, contentType: inquiry.headers["content-type"] ?? "")
    let request = RosterRequest(upload)
    if upload.form["as"] == "csv", let text = try await service.rosterFile(request, visit) {
      return file(text, name: "roster-\(visit.today).csv", type: "text/csv; charset=utf-8")
    }
    let value = try await service.roster(request, visit)
    return page(RosterPage(value: value, language: visit.language).page(), status: value.errors.isEmpty ? 200 : 422)
  }
}
