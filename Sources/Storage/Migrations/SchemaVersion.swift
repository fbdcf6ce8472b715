/// In which form a database is.
public enum SchemaVersion {
  /// The newest form that this program knows.
  public static var known: Int { Migrator().newest }

  /// The form of a database; 0 for one that was never brought forward.
  public static func found(in engine: some Engine) async throws -> Int {
    try await engine.read { statements in
      let table =
        switch statements.dialect {
        case .sqlite: "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'schema_migration'"
        case .postgres: "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public' AND tablename = 'schema_migration'"
        }
      guard try statements.count(table) > 0 else { return 0 }
      return try statements.count("SELECT COALESCE(MAX(number), 0) FROM schema_migration")
    }
  }
}
