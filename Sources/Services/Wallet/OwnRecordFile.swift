public import Rules
public import Vocabulary

/// What an import of a file would do to one part of a record.
public struct RecordImport: Hashable, Sendable {
  /// How many things of each kind are new.
  public let added: [EvidenceKind: Int]
  /// How many stand already as in the file.
  public let present: Int
  /// The names of what stands otherwise than in the file: it is left as it is.
  public let differing: [String]
  /// How many come with a check that cannot be taken along: they count as one's own word until they are checked again.
  public let lowered: Int
  /// Of which kinds the file says that the list is whole, where nothing says so yet.
  public let completed: [EvidenceKind]
  /// Whether anything would change.
  public var isEmpty: Bool { changes.isEmpty }

  let changes: [RecordChange]

  /// - Parameter standing: what stands now.
  init(_ holding: RecordFile.Holding, standing: Evidence, _ choices: RecordChoices) {
    var added: [EvidenceKind: Int] = [:]
    var (present, lowered) = (0, 0)
    var differing: [String] = []
    var changes: [RecordChange] = []
    for record in holding.records {
      let own = PatientText.cleared(record.ownWord(id: record.id), choices)
      if let old = standing.records.first(where: { $0.id == record.id }) {
        if old.kind == own.kind, old.values == own.values, old.provenance == own.provenance {
          present += 1
        } else {
          differing.append(record.id)
        }
        continue
      }
      // Of oneself there is one record.
      if own.kind == .person, !standing.records(of: .person).isEmpty || added[.person] != nil {
        differing.append(record.id)
        continue
      }
      added[own.kind, default: 0] += 1
      if record.grade != .selfReported { lowered += 1 }
      changes.append(.add(.evidence(own)))
    }
    let completed = EvidenceKind.allCases.filter {
      holding.completeThrough[$0] != nil && standing.completeThrough[$0] == nil
    }
    for kind in completed {
      if let day = holding.completeThrough[kind] { changes.append(.add(.complete(kind, through: day))) }
    }
    (self.added, self.present, self.lowered) = (added, present, lowered)
    (self.differing, self.completed, self.changes) = (differing, completed, changes)
  }
}

extension RecordFile.Holding {
  /// What evidence says, without texts that look as if they were about a patient.
  init(_ evidence: Evidence, _ choices: RecordChoices) {
    completeThrough = evidence.completeThrough
    records = EvidenceKind.allCases.flatMap { kind in
      evidence.records(of: kind).map { record in
        var clear = PatientText.cleared(record, choices)
        clear.recorded = nil
        return clear
      }
    }
  }
}

extension OwnRecord {
  /// What stands, for a file.
  ///
  /// - Parameter choices: tell which texts are free ones.
  /// - Throws: `Refusal` when they have not just shown who they are; `LogError`.
  public func holding(
    _ choices: RecordChoices, for signedIn: SignedIn, at now: Instant
  ) async throws -> RecordFile.Holding {
    try AccessPolicy.require(.account(signedIn), .export, on: .record(signedIn.ownRecord), at: now)
    return RecordFile.Holding(
      Evidence(try await store.versions(of: signedIn.person)) { _ in .distantPast }, choices)
  }

  /// Everything that was ever recorded in this part, for a file. What looks as if it were about a patient is left out.
  ///
  /// - Throws: `Refusal` when they have not just shown who they are; `LogError`.
  public func history(
    _ choices: RecordChoices, for signedIn: SignedIn, at now: Instant
  ) async throws -> [RecordEvent] {
    try AccessPolicy.require(.account(signedIn), .export, on: .record(signedIn.ownRecord), at: now)
    return try await store.history(of: signedIn.person, nil).map { event in
      var content = event.content
      if case .evidence(let record)? = content { content = .evidence(PatientText.cleared(record, choices)) }
      let why = event.statement.why.flatMap { PatientText.signs(in: $0).isEmpty ? $0 : nil }
      return RecordEvent(
        record: event.record, sequence: event.sequence, content: content, at: event.at,
        statement: RecordStatement(by: event.statement.by, why: why, supersedes: event.statement.supersedes))
    }
  }

  /// What a file would add to this part: nothing is changed.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func importing(
    _ holding: RecordFile.Holding, _ choices: RecordChoices, for signedIn: SignedIn, at now: Instant
  ) async throws -> RecordImport {
    try AccessPolicy.require(.account(signedIn), .add(part.example), on: .record(signedIn.ownRecord), at: now)
    let standing = Evidence(try await store.versions(of: signedIn.person)) { _ in .distantPast }
    return RecordImport(holding, standing: standing, choices)
  }

  /// Adds what a file holds and this part does not: all of it, or nothing. As one's own word.
  ///
  /// - Returns: what was done.
  /// - Throws: `Refusal`, `LogError`, `RecordError`.
  @discardableResult
  public func take(
    _ holding: RecordFile.Holding, _ choices: RecordChoices, for signedIn: SignedIn, at now: Instant
  ) async throws -> RecordImport {
    try AccessPolicy.require(.account(signedIn), .add(part.example), on: .record(signedIn.ownRecord), at: now)
    let planned = try await importing(holding, choices, for: signedIn, at: now)
    if !planned.isEmpty {
      try await store.apply(planned.changes, to: signedIn.person, by: signedIn.account.text, at: now)
    }
    return planned
  }
}
