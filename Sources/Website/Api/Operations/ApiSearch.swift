import Knowledge
import Services

extension Api {
  /// `fobwatch search --json`.
  func search(_ query: ApiQuery) async throws -> SearchReport {
    let most = query["most"].flatMap { Int($0) } ?? 12
    let answer = await index.value.search(query["q"] ?? "", most: most)
    return SearchReport(answer, edition: base.edition, query.language)
  }
}
