import Cryptography
import Rules
public import Vocabulary

/// One's own externship ledger: days that are written down, corrected and taken out, and letters that were asked for. Nothing is
/// overwritten, and nothing of it is evidence for a rule: what counts there is what the program states.
public struct Externship: Sendable {
  let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// What came of writing something down.
  public enum Outcome: Hashable, Sendable {
    case kept
    /// There is no such day or letter of theirs.
    case nothing
    /// It was changed since it was looked at.
    case changedMeanwhile
    case refused(ExternshipDay.Problem)
    /// Some text looks as if it were about a patient, and was not marked as otherwise.
    case patient([PatientNote])
    case tooMany
  }

  /// A text that looks as if it were about a patient.
  public struct PatientNote: Hashable, Sendable {
    public let text: ExternshipDay.Text
    public let signs: [PatientText.Sign]
  }

  /// All of it.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func ledger(for signedIn: SignedIn, at now: Instant) async throws -> ExternshipLedger {
    try require(signedIn, .keepExternship, now)
    return try await accounts.store.read { try Self.ledger(of: signedIn.person, in: $0) }
  }

  /// Writes a day down.
  ///
  /// - Parameters:
  ///   - isNoPatient: whether they marked that texts which look so are about no patient.
  ///   - today: the day on which it is written down.
  /// - Throws: `Refusal`, `LogError`.
  public func add(
    _ day: ExternshipDay, isNoPatient: Bool, for signedIn: SignedIn, asOf today: CivilDate, at now: Instant
  ) async throws -> Outcome {
    try require(signedIn, .keepExternship, now)
    if let refused = Self.refusal(day, isNoPatient, today) { return refused }
    let id = ExternshipDay.ID.fresh(from: accounts.random)
    return try await change(signedIn, now) { tables, ledger in
      guard ledger.lines.count < ExternshipDay.most else { return .tooMany }
      try tables.append(ExternshipEntries.day(id, day, of: signedIn.person))
      return .kept
    }
  }

  /// Corrects a day. What a preceptor signed before stays in the ledger, and does not count for what it says now.
  ///
  /// - Parameter version: the one they were looking at.
  /// - Throws: `Refusal`, `LogError`.
  public func correct(
    _ id: ExternshipDay.ID, to day: ExternshipDay, seen version: Int, isNoPatient: Bool, for signedIn: SignedIn,
    asOf today: CivilDate, at now: Instant
  ) async throws -> Outcome {
    try require(signedIn, .keepExternship, now)
    if let refused = Self.refusal(day, isNoPatient, today) { return refused }
    return try await change(signedIn, now) { tables, ledger in
      guard let line = ledger.lines.first(where: { $0.id == id }) else { return .nothing }
      guard line.version == version else { return .changedMeanwhile }
      // The same again is no correction: a signature stays.
      guard line.content != day else { return .kept }
      try tables.append(ExternshipEntries.day(id, day, of: signedIn.person))
      return .kept
    }
  }

  /// Takes a day out. The log keeps what it said.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func remove(
    _ id: ExternshipDay.ID, seen version: Int, for signedIn: SignedIn, at now: Instant
  ) async throws -> Outcome {
    try require(signedIn, .keepExternship, now)
    return try await change(signedIn, now) { tables, ledger in
      guard let line = ledger.lines.first(where: { $0.id == id }) else { return .nothing }
      guard line.version == version else { return .changedMeanwhile }
      try tables.append(ExternshipEntries.day(id, nil, of: signedIn.person))
      return .kept
    }
  }

  // MARK: - Letters

  /// Why a step of a letter is not kept.
  public enum LetterProblem: Hashable, Sendable {
    /// No name, or one that is too long.
    case noName
    /// The name looks as if it were about a patient.
    case patient([PatientText.Sign])
    case dayAhead
    /// The day is before the step before it, or before 1990.
    case dayTooOld
    /// After the last step none follows.
    case noSuchStep
    case noSuchLetter
    case tooMany
  }

  /// Notes that a letter was asked for.
  ///
  /// - Returns: nil when it was noted.
  /// - Throws: `Refusal`, `LogError`.
  public func ask(
    from name: String, on day: CivilDate, for signedIn: SignedIn, asOf today: CivilDate, at now: Instant
  ) async throws -> LetterProblem? {
    try require(signedIn, .keepExternship, now)
    guard ExternshipDay.isText(name) else { return .noName }
    let signs = PatientText.signs(in: name)
    guard signs.isEmpty else { return .patient(signs) }
    guard day <= today else { return .dayAhead }
    guard day.year >= 1990 else { return .dayTooOld }
    let id = ExperienceLetter.ID.fresh(from: accounts.random)
    return try await change(signedIn, now) { tables, ledger in
      guard ledger.letters.count < ExperienceLetter.most else { return .tooMany }
      try tables.append(ExternshipEntries.letter(id, from: name, .init(.asked, day), of: signedIn.person))
      return nil
    }
  }

  /// Notes what became of a letter.
  ///
  /// - Returns: nil when it was noted.
  /// - Throws: `Refusal`, `LogError`.
  public func note(
    _ step: ExperienceLetter.Step, of id: ExperienceLetter.ID, for signedIn: SignedIn, asOf today: CivilDate,
    at now: Instant
  ) async throws -> LetterProblem? {
    try require(signedIn, .keepExternship, now)
    return try await change(signedIn, now) { tables, ledger in
      guard let letter = ledger.letters.first(where: { $0.id == id }), let last = letter.now else {
        return .noSuchLetter
      }
      guard letter.next.contains(step.event), letter.steps.count < 50 else { return .noSuchStep }
      guard step.day <= today else { return .dayAhead }
      guard step.day >= last.day else { return .dayTooOld }
      try tables.append(ExternshipEntries.letter(id, from: nil, step, of: signedIn.person))
      return nil
    }
  }

  // MARK: - Parts

  func require(_ signedIn: SignedIn, _ action: Action, _ now: Instant) throws(Refusal) {
    try AccessPolicy.require(.account(signedIn), action, on: .record(signedIn.ownRecord), at: now)
  }

  /// Changes the ledger of an account. Two changes of one come one after the other.
  func change<T: Sendable>(
    _ signedIn: SignedIn, _ now: Instant,
    _ body: @escaping @Sendable (any AccountTables, ExternshipLedger) throws -> T
  ) async throws -> T {
    try await accounts.store.write(at: now) { tables in
      guard try tables.account(signedIn.account) != nil else { throw Refusal.signInNeeded }
      return try body(tables, try Self.ledger(of: signedIn.person, in: tables))
    }
  }

  static func ledger(of person: PersonID, in tables: any AccountTables) throws -> ExternshipLedger {
    ExternshipLedger(
      days: try tables.entries(of: person, kind: ExternshipEntries.day),
      answers: try tables.entries(of: person, kind: ExternshipEntries.answer),
      letters: try tables.entries(of: person, kind: ExternshipEntries.letter))
  }

  private static func refusal(_ day: ExternshipDay, _ isNoPatient: Bool, _ today: CivilDate) -> Outcome? {
    if let problem = day.problem(asOf: today) { return .refused(problem) }
    let notes = day.patientSigns.map { PatientNote(text: $0.text, signs: $0.signs) }
    return notes.isEmpty || isNoPatient ? nil : .patient(notes)
  }
}
