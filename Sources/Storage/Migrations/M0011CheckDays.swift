extension Migration {
  /// For how many days the checks of an organization count; nothing: as many as the installation says.
  static let checkDays = Migration(
    number: 11, name: "check-days",
    sqlite: "ALTER TABLE organization ADD COLUMN check_days INTEGER CHECK (check_days BETWEEN 1 AND 365);",
    postgres: "ALTER TABLE organization ADD COLUMN check_days BIGINT CHECK (check_days BETWEEN 1 AND 365);")
}
