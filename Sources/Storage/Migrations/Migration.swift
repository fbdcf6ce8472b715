import CSodium

/// One step from an older form of the database to the next. Once released its texts never change: what is wrong in one
/// is mended by the next.
struct Migration: Sendable {
  /// 1 for the first, and no gaps.
  let number: Int
  /// A few words, for people who look into the database.
  let name: String
  /// The statements for SQLite. Every table is `STRICT`.
  let sqlite: String
  /// The statements for PostgreSQL, with the same tables, columns and rules.
  let postgres: String

  func text(_ dialect: Dialect) -> String {
    switch dialect {
    case .sqlite: sqlite
    case .postgres: postgres
    }
  }

  /// SHA-256 of the text.
  func checksum(_ dialect: Dialect) -> [UInt8] {
    let bytes = Array(text(dialect).utf8)
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    _ = crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return digest
  }
}
