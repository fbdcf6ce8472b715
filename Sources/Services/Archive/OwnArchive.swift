public import Cryptography
import Rules
public import Vocabulary

/// Everything that somebody keeps as files to take along, and such files brought back: each person their own, and nobody else's.
///
/// What comes back is one's own word, and nothing is overwritten. Papers are looked at by the intake, as if they were new.
public struct OwnArchive: Sendable {
  private let store: any ArchiveStore
  private let papers: Papers
  private let choices: RecordChoices

  public init(_ store: any ArchiveStore, papers: Papers, choices: RecordChoices) {
    (self.store, self.papers, self.choices) = (store, papers, choices)
  }

  // MARK: - Leaving

  /// How many parts there are.
  ///
  /// - Throws: `Refusal` when they have not just shown who they are; `LogError`.
  public func parts(withHealth: Bool, for signedIn: SignedIn, at now: Instant) async throws -> Int {
    try AccessPolicy.require(.account(signedIn), .export, on: .own(signedIn), at: now)
    return Self.parts(try await store.standing(of: signedIn.person).papers, withHealth).count
  }

  /// One part as a file; nil when there are not so many.
  ///
  /// - Throws: `Refusal` when they have not just shown who they are; `LogError`, `PaperError.damaged`, `ArchiveError`.
  public func part(
    _ number: Int, withHealth: Bool, for signedIn: SignedIn, at now: Instant
  ) async throws -> [UInt8]? {
    try AccessPolicy.require(.account(signedIn), .export, on: .own(signedIn), at: now)
    let standing = try await store.standing(of: signedIn.person)
    let parts = Self.parts(standing.papers, withHealth)
    guard parts.indices.contains(number - 1) else { return nil }
    let recorded = RecordedEvidence(standing.versions) { _ in .distantPast }
    var file = ArchiveFile()
    (file.part, file.parts) = (number, parts.count)
    file.record = RecordFile.Holding(recorded.evidence, choices)
    if withHealth {
      file.health = RecordFile.Holding(Evidence(standing.healthVersions) { _ in .distantPast }, choices)
    }
    file.looks = standing.looks.map(\.look)
    file.roadmaps = standing.roadmaps.map(\.roadmap)
    file.externship = ArchiveExternship(standing.ledger)
    let names = Dictionary(recorded.places.map { ($0.value.record, $0.key) }) { first, _ in first }
    for (name, kept) in parts[number - 1] {
      let paper = kept.paper
      guard let content = try await papers.store(paper.kind).bytes(paper.id, .content, of: signedIn.person) else {
        throw ArchiveError.changedMeanwhile
      }
      file.papers.append(
        ArchivePaper(
          name: name, kind: paper.kind, form: paper.form, addedAt: kept.addedAt,
          record: paper.record.flatMap { names[$0] }, digest: paper.digest, content: content))
    }
    return file.bytes
  }

  /// The papers of each part with their names; at least one part.
  private static func parts(_ papers: [KeptPaper], _ withHealth: Bool) -> [[(name: String, kept: KeptPaper)]] {
    var parts: [[(name: String, kept: KeptPaper)]] = [[]]
    var (bytes, numbers) = (0, [Bool: Int]())
    for kept in papers where withHealth || !kept.paper.kind.isHealth {
      let last = parts.count - 1
      let isFull = parts[last].count == ArchiveFile.mostPapers || bytes + kept.paper.size > ArchiveFile.mostBytes
      if isFull, !parts[last].isEmpty {
        parts.append([])
        bytes = 0
      }
      numbers[kept.paper.kind.isHealth, default: 0] += 1
      let name = ArchivePaper.name(numbers[kept.paper.kind.isHealth] ?? 1, kept.paper)
      parts[parts.count - 1].append((name, kept))
      bytes += kept.paper.size
    }
    return parts
  }

  // MARK: - Coming back

  /// What came of looking at an archive.
  public enum Looking: Sendable {
    /// What it would add, and what says that it is this archive.
    case plan(ArchivePlan, Digest)
    case refused(ArchiveFault)
    /// More than can be kept.
    case full
    /// Too many files of theirs are on their way.
    case tooManyUploads
  }

  /// Looks at a part, and holds it for an hour, sealed as what is known of health: nothing of what is kept is changed.
  ///
  /// - Parameter today: where the person is.
  /// - Throws: `Refusal`, `LogError`, `PaperIntakeError`, `ArchiveError`.
  public func look(
    _ bytes: [UInt8], for signedIn: SignedIn, today: CivilDate, at now: Instant
  ) async throws -> Looking {
    for action in Self.returning {
      try AccessPolicy.require(.account(signedIn), action, on: .own(signedIn), at: now)
    }
    let file: ArchiveFile, taken: [String: TakenFile]
    do {
      file = try ArchiveFile(bytes: bytes, choices, today: today, now: now)
      taken = try await take(file, for: signedIn)
    } catch let fault as ArchiveFault { return .refused(fault) }
    let standing = try await store.standing(of: signedIn.person)
    let plan = try ArchivePlan(file, taken, standing, choices, for: signedIn.person, random: papers.random)
    guard !plan.isOverfull else { return .full }
    guard !plan.isEmpty else { return .plan(plan, SHA256.digest(of: bytes)) }
    do { try await hold(bytes, for: signedIn, at: now) } catch PaperError.tooManyUploads { return .tooManyUploads }
    return .plan(plan, SHA256.digest(of: bytes))
  }

  /// What came of taking one.
  public enum Taking: Sendable {
    case done
    /// It is not held any more, or it is another one.
    case notHeld
    case refused(ArchiveFault)
    case full
  }

  /// Adds what the archive brings that was looked at last: all of it, or nothing.
  ///
  /// - Parameter digest: what `look` answered.
  /// - Throws: `Refusal`, `LogError`, `PaperIntakeError`, `ArchiveError`.
  public func take(
    _ digest: Digest, for signedIn: SignedIn, today: CivilDate, at now: Instant
  ) async throws -> Taking {
    for action in Self.returning {
      try AccessPolicy.require(.account(signedIn), action, on: .own(signedIn), at: now)
    }
    let id = Self.held(signedIn)
    guard let upload = try await papers.health.upload(id, of: signedIn.person, at: now),
      upload.received == upload.size, upload.paper == nil
    else { return .notHeld }
    let bytes = try await papers.health.bytes(id, of: signedIn.person)
    guard SHA256.digest(of: bytes) == digest else { return .notHeld }
    let (person, choices, random) = (signedIn.person, choices, papers.random)
    do {
      let file = try ArchiveFile(bytes: bytes, choices, today: today, now: now)
      let taken = try await take(file, for: signedIn)
      try await store.add(to: person, by: signedIn.account.text, limits: papers.limits, at: now) { standing in
        let plan = try ArchivePlan(file, taken, standing, choices, for: person, random: random)
        guard !plan.isOverfull else { throw PaperError.full }
        return plan.batch
      }
    } catch let fault as ArchiveFault {
      return .refused(fault)
    } catch PaperError.full {
      return .full
    } catch is PageLookError {
      return .full
    } catch RoadmapError.tooMany {
      return .full
    }
    try await papers.health.drop(id, of: person)
    return .done
  }

  // MARK: - Inside

  /// What somebody has to be allowed to do who brings one back.
  private static let returning: [Action] = [
    .add(.person), .add(.health), .add(.document), .add(.application), .keepExternship, .keepRoadmaps,
  ]

  /// What the intake makes of each paper.
  private func take(_ file: ArchiveFile, for signedIn: SignedIn) async throws -> [String: TakenFile] {
    var taken: [String: TakenFile] = [:]
    for paper in file.papers {
      switch try await papers.intake.again(paper.content, of: signedIn.person) {
      case .taken(let made):
        guard made.content != paper.content || made.form == paper.form else {
          throw ArchiveFault.badValue(paper.name)
        }
        taken[paper.name] = made
      case .refused(let refusal): throw ArchiveFault(paper.name, refusal, papers.limits)
      }
    }
    return taken
  }

  /// One archive is held for somebody, the one that was looked at last. It has the name that follows from theirs.
  private static func held(_ signedIn: SignedIn) -> UploadID {
    let digest = SHA256.digest(of: Array("fobwatch archive 1:".utf8) + signedIn.person.bytes)
    return UploadID(Array(digest.bytes.prefix(UploadID.size))) ?? .fresh(from: .system)
  }

  private func hold(_ bytes: [UInt8], for signedIn: SignedIn, at now: Instant) async throws {
    let (store, id, person) = (papers.health, Self.held(signedIn), signedIn.person)
    try await store.drop(id, of: person)
    let upload = PaperUpload(
      id: id, kind: .health, record: nil, size: bytes.count, endsAt: now + .seconds(3_600))
    try await store.begin(upload, limits: papers.limits, of: person, at: now)
    for start in stride(from: 0, to: bytes.count, by: papers.limits.piece) {
      let piece = Array(bytes[start..<min(start + papers.limits.piece, bytes.count)])
      _ = try await store.append(piece, at: start, to: id, of: person, now: now)
    }
  }
}
