/// Which database to use: a file, or a PostgreSQL server. It never shows a password.
public enum DatabaseAddress: Sendable, Hashable {
  /// SQLite, in the file at a path.
  case sqlite(path: String)
  case postgres(PostgresAddress)

  /// Reads `postgres://USER:PASSWORD@HOST:PORT/DATABASE`, `postgresql://…`, or libpq's `host=… dbname=…`.
  public init(_ text: String) throws(DatabaseAddressError) {
    let scheme = text.split(separator: ":", maxSplits: 1).first?.lowercased()
    guard scheme == "postgres" || scheme == "postgresql" || (text.contains("=") && !text.contains("://")) else {
      throw .notPostgres
    }
    self = .postgres(try PostgresAddress(text))
  }
}

extension DatabaseAddress {
  /// The file of a data folder: what is used where no database is named.
  public static func file(in dataFolder: String) -> DatabaseAddress {
    .sqlite(path: dataFolder.hasSuffix("/") ? "\(dataFolder)fobwatch.sqlite" : "\(dataFolder)/fobwatch.sqlite")
  }
}

extension DatabaseAddress {
  /// Whether nothing leaves this machine on the way to it, or only encrypted and to a server that shows who it is.
  public var isSealedOnItsWay: Bool {
    switch self {
    case .sqlite: true
    case .postgres(let address): address.isSealedOnItsWay
    }
  }
}

extension DatabaseAddress: CustomStringConvertible {
  public var description: String {
    switch self {
    case .sqlite(let path): path
    case .postgres(let address): address.description
    }
  }
}

/// A text that names no database.
public enum DatabaseAddressError: Error, Hashable, CustomStringConvertible {
  case notPostgres
  /// Its `sslmode` would send everything in the open when the other end has no encryption.
  case fallsBack

  public var description: String {
    switch self {
    case .notPostgres:
      "Expected the address of a database like postgres://USER:PASSWORD@HOST:5432/DATABASE. "
        + "In a password, write characters like @ : / ? # % as %40 %3A %2F %3F %23 %25."
    case .fallsBack:
      "Expected sslmode=verify-full for a database on another machine; with prefer or allow, the connection can end up "
        + "without encryption. See docs/how-to/run-on-postgresql.md."
    }
  }
}
