import Services

extension Api {
  /// `fobwatch tasks --json`.
  func tasks(_ query: ApiQuery) -> TasksReport { TasksReport(base, query.language) }
}
