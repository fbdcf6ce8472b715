extension Migration {
  /// Which pages of bodies people looked at. What one says stands sealed in the log; here stands where.
  static let pageLooks = Migration(
    number: 10, name: "page-looks",
    sqlite: """
      CREATE TABLE page_look (
        entry INTEGER PRIMARY KEY REFERENCES entry (sequence),
        person BLOB NOT NULL CHECK (length(person) = 16)
      ) STRICT;
      CREATE INDEX page_look_person ON page_look (person, entry);
      """,
    postgres: """
      CREATE TABLE page_look (
        entry BIGINT PRIMARY KEY REFERENCES entry (sequence),
        person BYTEA NOT NULL CHECK (length(person) = 16)
      );
      CREATE INDEX page_look_person ON page_look (person, entry);
      """)
}
