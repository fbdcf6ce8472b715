public import Knowledge
public import Rules
public import Vocabulary

/// The clocks that run for somebody: attempts, windows, and what is lost when it is not used in time. Every day is a change of a
/// verdict of the evaluator.
public struct OwnClocks: Sendable {
  /// The clocks of one credential.
  public struct Row: Sendable {
    public let life: CredentialLife
    /// On the day asked.
    public let phase: CredentialLife.Phase
    /// Whether it was given by the day asked.
    public let isHeld: Bool
    /// Whether the record names it: as given, tried for or applied for.
    public let isNamed: Bool
    public let attempts: AttemptLedger
    /// Of a holder: each thing that runs by itself, like a certification and its active status.
    public let running: [OwnWay]
    /// Of a holder the ways to keep it or get it back; of others the ways to the exam that are open, or may be, or close.
    public let ways: [OwnWay]
    /// An application that is on its way; nil: there is none, or no rule says how long one is active.
    public let application: OwnWay?
    public let pages: [OfficialPage]
    public var credential: Credential { life.credential }
  }

  /// Those that the record names first, then those whose exam is open; each in the order of the packs.
  public let rows: [Row]
  /// What runs out by when, the most urgent first: what is over already stands at the head.
  public let losses: [DueItem]
  public let day: CivilDate

  /// - Parameters:
  ///   - evidence: none of health.
  ///   - inquiry: about the day on which it is asked.
  /// - Throws: `DeterminationError`.
  public init(_ base: KnowledgeBase, _ evidence: Evidence, _ inquiry: Inquiry) throws {
    day = inquiry.day
    let reader = ClockReader(base, evidence, inquiry)
    let rows = try base.credentials.compactMap { try reader.row($0) }
    self.rows = rows.filter(\.isNamed) + rows.filter { !$0.isNamed && Self.isShown($0) }
    let wanted = Set(rows.map(\.credential.id))
    var losses = try DueList(base).items(evidence, goals: wanted, asOf: day)
    for row in rows {
      guard let window = row.application, let last = window.through else { continue }
      let mark = row.credential.mark
      losses.append(
        DueItem(
          id: "exam-window \(window.address)", kind: .examWindow,
          text: Phrase("your application for the \(mark) exam", "su solicitud para el examen de \(mark)"), day: last))
    }
    self.losses = losses.inOrder
  }

  /// Of a credential that the record does not name: whether there is something to use.
  private static func isShown(_ row: Row) -> Bool {
    switch row.phase {
    case .eligible, .waiting, .closed: true
    case .certified, .due, .renewalUnknown, .lateWindow, .reactivable, .lapsed, .notYetEligible, .unknown: false
    }
  }
}
