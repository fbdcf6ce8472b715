public import Services
public import Vocabulary

/// Work that is done once in each hour or week, by whichever process takes it.
public struct RegularJob: Sendable {
  /// How often.
  public enum Period: String, Sendable {
    case hour
    /// From Thursday to Wednesday, as they were counted from 1970 on.
    case week

    var seconds: Int64 {
      switch self {
      case .hour: 3_600
      case .week: 7 * 86_400
      }
    }
  }

  public let kind: JobKind
  private let period: Period
  private let work: @Sendable (_ now: Instant) async throws -> Void

  /// - Parameter work: is given the present time. It may be done twice in a period.
  public init(_ kind: JobKind, each period: Period, work: @escaping @Sendable (_ now: Instant) async throws -> Void) {
    (self.kind, self.period, self.work) = (kind, period, work)
  }

  /// The job of the period in which `now` lies. To be added when a server starts and now and then: a second time changes
  /// nothing.
  public func draft(at now: Instant) -> JobDraft { draft(number(now)) }

  /// Does the work, and has the next period's job wait.
  ///
  /// - Parameter now: gives the present time.
  public func handler(now: @escaping @Sendable () -> Instant) -> JobHandler<any Statements> {
    JobHandler(kind) { _ in
      let time = now()
      try await work(time)
      return .writing { try JobTable.add([draft(number(time) + 1)], in: $0, at: time) }
    }
  }

  private func number(_ now: Instant) -> Int64 { now.microseconds / (period.seconds * 1_000_000) }

  private func draft(_ number: Int64) -> JobDraft {
    JobDraft(
      kind, key: "\(period.rawValue) \(number)",
      notBefore: Instant(microseconds: number * period.seconds * 1_000_000))
  }
}
