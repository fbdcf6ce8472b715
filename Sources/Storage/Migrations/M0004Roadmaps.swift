extension Migration {
  /// Roadmaps that people keep. What one says stands sealed in the log; here stands where.
  static let roadmaps = Migration(
    number: 4, name: "roadmaps",
    sqlite: """
      CREATE TABLE roadmap (
        roadmap BLOB PRIMARY KEY CHECK (length(roadmap) = 16),
        person BLOB NOT NULL CHECK (length(person) = 16),
        first_entry INTEGER NOT NULL REFERENCES entry (sequence),
        entry INTEGER NOT NULL REFERENCES entry (sequence)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX roadmap_person ON roadmap (person, first_entry);
      """,
    postgres: """
      CREATE TABLE roadmap (
        roadmap BYTEA PRIMARY KEY CHECK (length(roadmap) = 16),
        person BYTEA NOT NULL CHECK (length(person) = 16),
        first_entry BIGINT NOT NULL REFERENCES entry (sequence),
        entry BIGINT NOT NULL REFERENCES entry (sequence)
      );
      CREATE INDEX roadmap_person ON roadmap (person, first_entry);
      """)
}
