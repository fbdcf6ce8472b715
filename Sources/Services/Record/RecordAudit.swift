/// Compares the rows by which records are found with the entries of the log that they were made of.
public protocol RecordAudit: Sendable {
  /// Replays the entries about every person, and compares.
  ///
  /// - Parameter progress: told the share that is done, 0 to 1.
  func report(progress: @escaping @Sendable (Double) -> Void) async throws -> RecordAuditReport
}

/// What came out of it.
public struct RecordAuditReport: Hashable, Sendable {
  /// How many versions of records were compared.
  public var versions: Int
  /// What is wrong; at most `LogAuditReport.mostFaults`.
  public var faults: [LogFault]
  /// How many faults there are.
  public var faultCount: Int

  public init(versions: Int = 0, faults: [LogFault] = [], faultCount: Int = 0) {
    (self.versions, self.faults, self.faultCount) = (versions, faults, faultCount)
  }

  /// Notes that something is wrong.
  public mutating func add(_ fault: LogFault) {
    faultCount += 1
    if faults.count < LogAuditReport.mostFaults { faults.append(fault) }
  }

  /// Adds what another report found.
  public mutating func add(_ other: RecordAuditReport) {
    versions += other.versions
    faultCount += other.faultCount
    faults = Array((faults + other.faults).prefix(LogAuditReport.mostFaults))
  }
}
