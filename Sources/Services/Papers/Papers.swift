public import Cryptography
public import Rules
public import Vocabulary

/// Keeps papers for people with accounts: each person their own, and nobody else's. A paper stands beside facts, and makes none.
public struct Papers: Sendable {
  let open: any OpenPaperStore
  let health: any HealthPaperStore
  let evidence: any EvidenceStore
  let intake: any PaperIntake
  public let random: RandomBytes
  public let limits: PaperLimits

  public init(
    _ open: any OpenPaperStore, health: any HealthPaperStore, evidence: any EvidenceStore, intake: any PaperIntake,
    limits: PaperLimits = PaperLimits(), random: RandomBytes = .system
  ) {
    (self.open, self.health, self.evidence, self.intake) = (open, health, evidence, intake)
    (self.limits, self.random) = (limits, random)
  }

  /// What came of adding one.
  public enum Adding: Hashable, Sendable {
    case kept(PaperID)
    case refused(PaperRefusal)
    /// The person keeps as many as can be.
    case full
    /// It is to belong to something that is not in their record.
    case noSuchRecord
  }

  // MARK: - Looking

  /// The papers of whoever is signed in: those of health last.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func list(for signedIn: SignedIn, at now: Instant) async throws -> [KeptPaper] {
    try AccessPolicy.require(.account(signedIn), .read(.document), on: .own(signedIn), at: now)
    try AccessPolicy.require(.account(signedIn), .read(.health), on: .own(signedIn), at: now)
    return try await open.papers(of: signedIn.person) + health.papers(of: signedIn.person)
  }

  /// One of them; nil when there is none of that name.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func look(_ id: PaperID, for signedIn: SignedIn, at now: Instant) async throws -> KeptPaper? {
    try AccessPolicy.require(.account(signedIn), .read(.document), on: .own(signedIn), at: now)
    return try await list(for: signedIn, at: now).first { $0.paper.id == id }
  }

  /// The bytes of one; nil when there is none of that name, or it has no such part.
  ///
  /// - Throws: `Refusal`, `LogError`, `PaperError.damaged`.
  public func bytes(
    _ id: PaperID, _ part: PaperPart, for signedIn: SignedIn, at now: Instant
  ) async throws -> (KeptPaper, [UInt8])? {
    try AccessPolicy.require(.account(signedIn), .read(.document), on: .own(signedIn), at: now)
    guard let kept = try await look(id, for: signedIn, at: now),
      let bytes = try await store(kept.paper.kind).bytes(id, part, of: signedIn.person)
    else { return nil }
    return (kept, bytes)
  }

  /// What of the record a paper can belong to, by what names it; nothing of health.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func records(for signedIn: SignedIn, at now: Instant) async throws -> [(RecordID, EvidenceRecord)] {
    try AccessPolicy.require(.account(signedIn), .read(.document), on: .own(signedIn), at: now)
    return try await evidence.versions(of: signedIn.person).compactMap { version in
      guard case .evidence(let record) = version.content, !record.kind.isHealth, record.kind != .person else {
        return nil
      }
      return (version.record, record)
    }
  }

  // MARK: - Changing

  /// Keeps a file as a paper, when it is one.
  ///
  /// - Parameters:
  ///   - record: to what it belongs; never a record of health.
  ///   - upload: by which it came.
  /// - Throws: `Refusal`, `LogError`, `PaperIntakeError`.
  public func add(
    _ file: [UInt8], _ kind: PaperKind, to record: RecordID?, upload: UploadID? = nil, for signedIn: SignedIn,
    at now: Instant
  ) async throws -> Adding {
    try AccessPolicy.require(.account(signedIn), .add(kind.evidence), on: .own(signedIn), at: now)
    guard try await isRecord(record, kind, of: signedIn.person) else { return .noSuchRecord }
    guard !file.isEmpty else { return .refused(.empty) }
    guard file.count <= limits.largest else { return .refused(.tooLarge) }
    let taken: TakenFile
    switch try await intake.take(file, of: signedIn.person) {
    case .refused(let refusal): return .refused(refusal)
    case .taken(let file): taken = file
    }
    let paper = Paper(
      id: .fresh(from: random), kind: kind, form: taken.form, size: taken.content.count,
      digest: SHA256.digest(of: taken.content), previewSize: taken.preview.count, record: record)
    do {
      try await store(kind).keep(
        paper, content: taken.content, preview: taken.preview, upload: upload, limits: limits, of: signedIn.person,
        by: signedIn.account.text, at: now)
    } catch PaperError.full {
      return .full
    }
    return .kept(paper.id)
  }

  /// What came of saying where one belongs.
  public enum Moving: Hashable, Sendable {
    case done
    case noSuchPaper
    /// It is to belong to something that is not in their record.
    case noSuchRecord
  }

  /// Says to what in the record one belongs; nil: to nothing.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func move(
    _ id: PaperID, to record: RecordID?, for signedIn: SignedIn, at now: Instant
  ) async throws -> Moving {
    try AccessPolicy.require(.account(signedIn), .add(.document), on: .own(signedIn), at: now)
    guard let kept = try await look(id, for: signedIn, at: now) else { return .noSuchPaper }
    guard try await isRecord(record, kept.paper.kind, of: signedIn.person) else { return .noSuchRecord }
    guard kept.paper.record != record else { return .done }
    let isDone = try await store(kept.paper.kind).move(
      id, to: record, of: signedIn.person, by: signedIn.account.text, at: now)
    return isDone ? .done : .noSuchPaper
  }

  /// Removes one; false when there is none of that name.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func remove(_ id: PaperID, for signedIn: SignedIn, at now: Instant) async throws -> Bool {
    try AccessPolicy.require(.account(signedIn), .add(.document), on: .own(signedIn), at: now)
    guard let kept = try await look(id, for: signedIn, at: now) else { return false }
    return try await store(kept.paper.kind).remove(id, of: signedIn.person, by: signedIn.account.text, at: now)
  }

  // MARK: - Inside

  func store(_ kind: PaperKind) -> any PaperStore { kind.isHealth ? health : open }

  /// Whether a paper can belong there. One of health belongs to nothing that others read.
  func isRecord(_ record: RecordID?, _ kind: PaperKind, of person: PersonID) async throws -> Bool {
    guard let record else { return true }
    guard !kind.isHealth else { return false }
    return try await evidence.versions(of: person).contains { $0.record == record && !$0.content.kind.isHealth }
  }
}

extension Subject {
  /// The record of whoever is signed in, as its owner has it.
  static func own(_ signedIn: SignedIn) -> Subject {
    .record(
      SharedRecord(
        person: signedIn.person, isMinor: signedIn.isMinor, hasGuardian: false, memberOf: [], consents: []))
  }
}
