public import Vocabulary

/// Keeps roadmaps of people. Each change is an entry of the log, written in the transaction of what it tells of.
public protocol RoadmapStore: Sendable {
  /// Changes a roadmap and the record it rests on: both or neither.
  ///
  /// - Parameters:
  ///   - records: what the change makes of the person's record; none of health.
  ///   - by: who does it: the identifier of an account.
  ///   - now: when it becomes known.
  /// - Returns: the entry of the log that says what the roadmap is now.
  /// - Throws: `RoadmapError`, `RecordError`, `LogError`.
  @discardableResult
  func write(
    _ write: RoadmapWrite, records: [RecordChange], of person: PersonID, by: String, at now: Instant
  ) async throws -> Int

  /// The roadmaps of a person, in the order in which they were first kept.
  ///
  /// - Throws: `LogError`.
  func roadmaps(of person: PersonID) async throws -> [KeptRoadmap]
}

/// A roadmap, and the entry of the log that says it.
public struct KeptRoadmap: Hashable, Sendable {
  public let roadmap: SavedRoadmap
  public let sequence: Int
  /// When it was last changed.
  public let changedAt: Instant

  public init(roadmap: SavedRoadmap, sequence: Int, changedAt: Instant) {
    (self.roadmap, self.sequence, self.changedAt) = (roadmap, sequence, changedAt)
  }
}

/// What happens to a roadmap. Nothing is overwritten: each is a further entry of the log.
public enum RoadmapWrite: Hashable, Sendable {
  case keep(SavedRoadmap)
  /// `sequence` is the entry that said what it was: when another change came first, this one is refused.
  case change(SavedRoadmap, sequence: Int)
  case remove(RoadmapID, sequence: Int)
}

/// Why a roadmap was not written.
public enum RoadmapError: Error, Hashable, CustomStringConvertible {
  /// The person has no such roadmap.
  case noSuchRoadmap
  /// It was changed since it was read.
  case changedMeanwhile
  /// The person keeps as many as can be.
  case tooMany(limit: Int)
  /// It would not come back as it is.
  case unwritable

  public var description: String {
    switch self {
    case .noSuchRoadmap: "a kept roadmap expected, none found: it was removed, or never was"
    case .changedMeanwhile: "this roadmap was changed since: look at it again"
    case .tooMany(let limit): "at most \(limit) kept roadmaps expected. Remove one first"
    case .unwritable: "a roadmap with days from 0001 to 9999 and short texts expected, another found"
    }
  }
}
