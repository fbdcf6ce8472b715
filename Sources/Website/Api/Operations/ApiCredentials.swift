import Services

extension Api {
  /// `fobwatch credentials --json`.
  func credentials(_ query: ApiQuery) -> CredentialsReport { CredentialsReport(base, query.language) }
}
