public import Services

/// Why a database did not do what was asked. No case holds a value from the database or of a statement: those are
/// personal.
public enum StorageError: Error, Hashable {
  /// The database cannot be reached now. What was asked did not happen, and can be asked again.
  case unavailable(String)
  /// The connection broke while the transaction was being made final: it may have happened or not.
  case unknownOutcome(String)
  /// No room is left where the database keeps its files. What was asked did not happen.
  case full(String)
  /// The database, or its folder, can be read and not changed.
  case readOnly(String)
  /// The file is damaged, or is no database.
  case damaged(String)
  /// Waiting took too long: for a free connection, for another writer, or for a statement to end.
  case timedOut(String)
  /// A row would break a rule of its table. `at` names the table, column or constraint, as well as it is known.
  case constraint(Constraint, at: String)
  /// A trigger refused: an entry of the log cannot be changed, say.
  case refused(String)
  /// The transaction met others each time it was tried.
  case conflict
  /// A newer version of the program has changed the database.
  case newerDatabase(found: Int, known: Int)
  /// A migration was done with another text than this program has.
  case changedMigration(number: Int, name: String)
  /// A column holds another type than the code expects.
  case wrongType(column: String, expected: String, found: String)
  /// The database does not understand the statement, or the engine refuses it: a fault in the program.
  case misuse(String)

  /// Which rule of a table a row would break.
  public enum Constraint: String, Sendable, Hashable {
    case unique, foreignKey = "foreign key", check, notNull = "not null", type
  }
}

extension StorageError {
  /// Whether it can be otherwise in a while, though nobody changes a setting, a right or the program.
  public var canPass: Bool {
    switch self {
    case .unavailable, .unknownOutcome, .full, .timedOut, .conflict: true
    case .readOnly, .damaged, .constraint, .refused, .newerDatabase, .changedMigration, .wrongType, .misuse: false
    }
  }
}

extension StorageError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unavailable(let why): "The database cannot be reached: \(why). Nothing was changed; it is tried again."
    case .unknownOutcome(let why): "The database went away while it saved: \(why). Look whether it was saved."
    case .full(let place): "No room is left for the database in \(place). Nothing was changed. Make room there."
    case .readOnly(let place):
      "The database in \(place) cannot be changed. Give the program's user the right to write there."
    case .damaged(let place): "\(place) is damaged, or is no database. Put back the last backup."
    case .timedOut(let what): "Waited too long: \(what)."
    case .constraint(let kind, let place): "The database refused a row (\(kind.rawValue), \(place))."
    case .refused(let why): "The database refused: \(why)."
    case .conflict: "Others changed the same rows each time this was tried. Nothing was changed."
    case .newerDatabase(let found, let known):
      "The database is of version \(found), and this program knows versions up to \(known). Use the newer program."
    case .changedMigration(let number, let name):
      "Version \(number) of the database (\(name)) was made with another text than this program has. Use the program that made it."
    case .wrongType(let column, let expected, let found): "Expected \(expected) in column \(column), found \(found)."
    case .misuse(let what): "A fault in the program: \(what)."
    }
  }
}

extension StorageError: StoreFailure {
  public var passes: Bool {
    switch self {
    case .unavailable, .timedOut, .conflict: true
    case .unknownOutcome, .full, .readOnly, .damaged, .constraint, .refused, .newerDatabase, .changedMigration,
      .wrongType, .misuse:
      false
    }
  }
}
