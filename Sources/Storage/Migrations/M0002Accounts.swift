extension Migration {
  /// Who can sign in and how, organizations and their members, who shares what with whom. Bytes are random identifiers,
  /// digests, or sealed.
  static let accounts = Migration(number: 2, name: "accounts", sqlite: accountsSQLite, postgres: accountsPostgres)
}
