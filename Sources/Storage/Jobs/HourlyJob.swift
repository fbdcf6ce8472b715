public import Services
public import Vocabulary

/// Work that is done once in each hour, by whichever process takes it.
public struct HourlyJob: Sendable {
  /// How often, in seconds.
  private static let interval: Int64 = 3_600

  public let kind: JobKind
  private let work: @Sendable (_ now: Instant) async throws -> Void

  /// - Parameter work: is given the present time. It may be done twice in an hour.
  public init(_ kind: JobKind, work: @escaping @Sendable (_ now: Instant) async throws -> Void) {
    (self.kind, self.work) = (kind, work)
  }

  /// The job of the hour in which `now` lies. To be added when a server starts and now and then: a second time changes
  /// nothing.
  public func draft(at now: Instant) -> JobDraft { draft(hour: Self.hour(now)) }

  /// Does the work, and has the next hour's job wait.
  ///
  /// - Parameter now: gives the present time.
  public func handler(now: @escaping @Sendable () -> Instant) -> JobHandler<any Statements> {
    JobHandler(kind) { _ in
      let time = now()
      try await work(time)
      return .writing { try JobTable.add([draft(hour: Self.hour(time) + 1)], in: $0, at: time) }
    }
  }

  private static func hour(_ now: Instant) -> Int64 { now.microseconds / (interval * 1_000_000) }

  private func draft(hour: Int64) -> JobDraft {
    JobDraft(kind, key: "hour \(hour)", notBefore: Instant(microseconds: hour * Self.interval * 1_000_000))
  }
}
