import CanonicalJSON
import Rules
public import Vocabulary

/// Everything that somebody keeps and an archive holds, as it was at one moment.
public struct ArchiveStanding: Sendable {
  /// In the order in which it was recorded.
  public let versions: [RecordVersion]
  public let healthVersions: [RecordVersion]
  /// The oldest first, those of health last.
  public let papers: [KeptPaper]
  public let looks: [KeptLook]
  /// In the order in which they were kept.
  public let roadmaps: [KeptRoadmap]
  /// By kind, the oldest first.
  let entries: [String: [PersonEntry]]

  /// - Parameter entries: of each of `ArchiveStanding.kinds`.
  public init(
    versions: [RecordVersion], healthVersions: [RecordVersion], papers: [KeptPaper], looks: [KeptLook],
    roadmaps: [KeptRoadmap], entries: [String: [PersonEntry]]
  ) {
    (self.versions, self.healthVersions, self.papers) = (versions, healthVersions, papers)
    (self.looks, self.roadmaps, self.entries) = (looks, roadmaps, entries)
  }

  /// The kinds of entries of the log that are wanted.
  public static let kinds = [ExternshipEntries.day, ExternshipEntries.answer, ExternshipEntries.letter]

  var ledger: ExternshipLedger {
    ExternshipLedger(
      days: entries[ExternshipEntries.day] ?? [], answers: entries[ExternshipEntries.answer] ?? [],
      letters: entries[ExternshipEntries.letter] ?? [])
  }
}

/// What is added at once.
public struct ArchiveBatch: Hashable, Sendable {
  /// A paper that is added.
  public struct NewPaper: Hashable, Sendable {
    /// To what in the record it belongs.
    public enum Place: Hashable, Sendable {
      case nothing
      case standing(RecordID)
      /// What this change of the batch adds.
      case added(Int)
    }

    public let kind: PaperKind
    public let file: TakenFile
    public let addedAt: Instant
    public let place: Place
  }

  public var changes: [RecordChange] = []
  public var healthChanges: [RecordChange] = []
  public var papers: [NewPaper] = []
  public var looks: [PageLook] = []
  /// Each with a name of its own.
  public var roadmaps: [SavedRoadmap] = []
  public var entries: [LogEntryDraft] = []

  var isEmpty: Bool {
    changes.isEmpty && healthChanges.isEmpty && papers.isEmpty && looks.isEmpty && roadmaps.isEmpty && entries.isEmpty
  }
}

/// Reads at once what an archive holds, and adds at once what one brings.
public protocol ArchiveStore: Sendable {
  /// - Throws: `LogError`.
  func standing(of person: PersonID) async throws -> ArchiveStanding

  /// Adds all of a batch, or nothing.
  ///
  /// - Parameters:
  ///   - by: the identifier of an account.
  ///   - plan: makes the batch of what stands then; nobody else changes that until it is added. May run more than once.
  /// - Throws: what `plan` throws, `RecordError`, `PaperError`, `PageLookError`, `RoadmapError`, `LogError`.
  func add(
    to person: PersonID, by: String, limits: PaperLimits, at now: Instant,
    _ plan: @escaping @Sendable (ArchiveStanding) throws -> ArchiveBatch
  ) async throws
}
