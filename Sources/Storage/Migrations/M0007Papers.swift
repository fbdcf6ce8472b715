extension Migration {
  /// Papers: their content in sealed pieces, once for those of health and once for the others, and uploads that are under way.
  /// What an entry says of a paper stands sealed in the log; here stands where.
  static let papers = Migration(
    number: 7, name: "papers",
    sqlite: """
      CREATE TABLE paper (
        paper BLOB PRIMARY KEY CHECK (length(paper) = 16),
        person BLOB NOT NULL CHECK (length(person) = 16),
        entry INTEGER NOT NULL REFERENCES entry (sequence),
        size INTEGER NOT NULL CHECK (size > 0)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX paper_person ON paper (person, entry);
      CREATE TABLE paper_piece (
        paper BLOB NOT NULL REFERENCES paper (paper) ON DELETE CASCADE,
        part INTEGER NOT NULL CHECK (part IN (0, 1)),
        number INTEGER NOT NULL CHECK (number >= 0),
        sealed BLOB NOT NULL,
        PRIMARY KEY (paper, part, number)
      ) STRICT;

      CREATE TABLE health_paper (
        paper BLOB PRIMARY KEY CHECK (length(paper) = 16),
        person BLOB NOT NULL CHECK (length(person) = 16),
        entry INTEGER NOT NULL REFERENCES entry (sequence),
        size INTEGER NOT NULL CHECK (size > 0)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX health_paper_person ON health_paper (person, entry);
      CREATE TABLE health_paper_piece (
        paper BLOB NOT NULL REFERENCES health_paper (paper) ON DELETE CASCADE,
        part INTEGER NOT NULL CHECK (part IN (0, 1)),
        number INTEGER NOT NULL CHECK (number >= 0),
        sealed BLOB NOT NULL,
        PRIMARY KEY (paper, part, number)
      ) STRICT;

      CREATE TABLE upload (
        upload BLOB PRIMARY KEY CHECK (length(upload) = 16),
        person BLOB NOT NULL CHECK (length(person) = 16),
        shelf TEXT NOT NULL CHECK (shelf IN ('open', 'health')),
        about BLOB NOT NULL,
        size INTEGER NOT NULL CHECK (size > 0),
        received INTEGER NOT NULL CHECK (received >= 0 AND received <= size),
        ends_at INTEGER NOT NULL,
        paper BLOB CHECK (length(paper) = 16)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX upload_person ON upload (person);
      CREATE INDEX upload_ends ON upload (ends_at);
      CREATE TABLE upload_piece (
        upload BLOB NOT NULL REFERENCES upload (upload) ON DELETE CASCADE,
        place INTEGER NOT NULL CHECK (place >= 0),
        sealed BLOB NOT NULL,
        PRIMARY KEY (upload, place)
      ) STRICT;
      """,
    postgres: """
      CREATE TABLE paper (
        paper BYTEA PRIMARY KEY CHECK (length(paper) = 16),
        person BYTEA NOT NULL CHECK (length(person) = 16),
        entry BIGINT NOT NULL REFERENCES entry (sequence),
        size BIGINT NOT NULL CHECK (size > 0)
      );
      CREATE INDEX paper_person ON paper (person, entry);
      CREATE TABLE paper_piece (
        paper BYTEA NOT NULL REFERENCES paper (paper) ON DELETE CASCADE,
        part BIGINT NOT NULL CHECK (part IN (0, 1)),
        number BIGINT NOT NULL CHECK (number >= 0),
        sealed BYTEA NOT NULL,
        PRIMARY KEY (paper, part, number)
      );

      CREATE TABLE health_paper (
        paper BYTEA PRIMARY KEY CHECK (length(paper) = 16),
        person BYTEA NOT NULL CHECK (length(person) = 16),
        entry BIGINT NOT NULL REFERENCES entry (sequence),
        size BIGINT NOT NULL CHECK (size > 0)
      );
      CREATE INDEX health_paper_person ON health_paper (person, entry);
      CREATE TABLE health_paper_piece (
        paper BYTEA NOT NULL REFERENCES health_paper (paper) ON DELETE CASCADE,
        part BIGINT NOT NULL CHECK (part IN (0, 1)),
        number BIGINT NOT NULL CHECK (number >= 0),
        sealed BYTEA NOT NULL,
        PRIMARY KEY (paper, part, number)
      );

      CREATE TABLE upload (
        upload BYTEA PRIMARY KEY CHECK (length(upload) = 16),
        person BYTEA NOT NULL CHECK (length(person) = 16),
        shelf TEXT NOT NULL CHECK (shelf IN ('open', 'health')),
        about BYTEA NOT NULL,
        size BIGINT NOT NULL CHECK (size > 0),
        received BIGINT NOT NULL CHECK (received >= 0 AND received <= size),
        ends_at BIGINT NOT NULL,
        paper BYTEA CHECK (length(paper) = 16)
      );
      CREATE INDEX upload_person ON upload (person);
      CREATE INDEX upload_ends ON upload (ends_at);
      CREATE TABLE upload_piece (
        upload BYTEA NOT NULL REFERENCES upload (upload) ON DELETE CASCADE,
        place BIGINT NOT NULL CHECK (place >= 0),
        sealed BYTEA NOT NULL,
        PRIMARY KEY (upload, place)
      );
      """)
}
