import Services

/// A what-if in an address. It is a question, not a fact about a person.
extension WhatIfEntry {
  /// Letters of a field that an address keeps.
  private static let longest = 40

  init(query: [String: String]) {
    func text(_ field: Field) -> String {
      String(SearchQuery.read(query[field.rawValue] ?? "").prefix(Self.longest))
    }
    self.init(kind: text(.kind), credential: text(.credential), day: text(.day), state: text(.state))
  }

  /// As a query, with its question mark; empty for none.
  var query: String {
    let fields: [(Field, String)] = [(.kind, kind), (.credential, credential), (.day, day), (.state, state)]
    let parts = fields.filter { !$0.1.isEmpty }.map { "\($0.0.rawValue)=\(SearchQuery.encoded($0.1))" }
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }

  /// Whether more than the kind of question is there: somebody has sent the form.
  var isAsked: Bool { !credential.isEmpty || !day.isEmpty || !state.isEmpty }
}
