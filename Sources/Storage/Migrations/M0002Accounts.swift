extension Migration {
  /// Who can sign in.
  static let accounts = Migration(number: 2, name: "accounts", sqlite: "SELECT 1", postgres: "SELECT 1")
}
