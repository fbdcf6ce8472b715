public import Rules
public import Vocabulary

/// Everything somebody wrote down of their externship, with what preceptors signed: what the entries of the log come to.
public struct ExternshipLedger: Hashable, Sendable {
  /// A day as it stands now.
  public struct Line: Hashable, Sendable {
    public let id: ExternshipDay.ID
    public let content: ExternshipDay
    /// 1 for a day that was never corrected.
    public let version: Int
    public let recordedAt: Instant
    public let standing: Standing
    /// What it said before, the newest first.
    public let earlier: [Earlier]
  }

  /// What a day said before it was corrected.
  public struct Earlier: Hashable, Sendable {
    public let content: ExternshipDay
    public let at: Instant
    /// Whether a preceptor had signed it.
    public let wasSigned: Bool
  }

  /// How a day stands with its preceptor.
  public enum Standing: Hashable, Sendable {
    case open
    case signed(KeptSignOff)
    case declined(KeptSignOff)
    /// Signed, and corrected afterward: it is not signed as it stands.
    case changedSince(KeptSignOff)
    /// A file of its owner says that it was signed or declined: nothing here confirms that.
    case claimed(KeptSignOff)

    /// The sign-off that counts for the day as it stands; nil: none does.
    public var signature: KeptSignOff? { if case .signed(let kept) = self { kept } else { nil } }

    /// Whether the day is signed as it stands, confirmed here or not.
    var isSaidToBeSigned: Bool {
      switch self {
      case .signed: true
      case .claimed(let kept): kept.signOff.isSigned
      case .open, .declined, .changedSince: false
      }
    }
  }

  /// The newest day first.
  public let lines: [Line]
  /// Days that were taken out, the newest first, with when.
  public let removed: [(content: ExternshipDay, at: Instant)]
  /// What preceptors said, the newest first.
  public let signOffs: [KeptSignOff]
  /// The one asked for last comes first.
  public let letters: [ExperienceLetter]

  public static func == (one: Self, other: Self) -> Bool {
    one.lines == other.lines && one.signOffs == other.signOffs && one.letters == other.letters
      && one.removed.map(\.content) == other.removed.map(\.content)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(lines) }

  /// Hours of all days.
  public var hours: Quantity { lines.reduce(.zero) { $0 + $1.content.hours } }
  /// Hours of the days that are signed as they stand.
  public var signedHours: Quantity { signed.reduce(.zero) { $0 + $1.content.hours } }

  /// How often a skill was done, and how often of that on signed days.
  public func times(_ skill: ExternshipDay.Skill) -> (all: Int, signed: Int) {
    func sum(_ lines: [Line]) -> Int { lines.reduce(0) { $0 + ($1.content.skills[skill] ?? 0) } }
    return (sum(lines), sum(signed))
  }

  /// Preceptors who consented to be named as a reference, the newest first; those who took it back too, without a contact.
  public var references: [KeptSignOff] { signOffs.filter { $0.signOff.reference != nil } }

  private var signed: [Line] { lines.filter { $0.standing.signature != nil } }

  /// - Parameters: the entries of each kind, the oldest first.
  init(days: [PersonEntry], answers: [PersonEntry], letters: [PersonEntry]) {
    let signOffs = Array(ExternshipEntries.signOffs(answers).reversed())
    self.signOffs = signOffs
    self.letters = ExternshipEntries.letters(letters).reversed()
    var lines: [Line] = []
    var removed: [(content: ExternshipDay, at: Instant)] = []
    for (id, history) in ExternshipEntries.days(days) {
      guard let last = history.last else { continue }
      guard let content = last.content else {
        if let before = history.dropLast().last?.content { removed.append((before, last.at)) }
        continue
      }
      let version = history.count
      let earlier = history.dropLast().enumerated().compactMap { index, event in
        event.content.map {
          Earlier(
            content: $0, at: event.at,
            wasSigned: Self.answer(SignOff.Item(id, version: index + 1), signOffs.filter { !$0.isBrought })?
              .signOff.isSigned ?? false)
        }
      }
      lines.append(
        Line(
          id: id, content: content, version: version, recordedAt: last.at,
          standing: Self.standing(id, version, signOffs), earlier: earlier.reversed()))
    }
    self.lines = lines.sorted { ($1.content.day, $1.id.text) < ($0.content.day, $0.id.text) }
    self.removed = removed.sorted { $0.at > $1.at }
  }

  private static func answer(_ item: SignOff.Item, _ signOffs: [KeptSignOff]) -> KeptSignOff? {
    signOffs.first { $0.signOff.items.contains(item) }
  }

  private static func standing(_ id: ExternshipDay.ID, _ version: Int, _ signOffs: [KeptSignOff]) -> Standing {
    let (item, own) = (SignOff.Item(id, version: version), signOffs.filter { !$0.isBrought })
    if let kept = answer(item, own) { return kept.signOff.isSigned ? .signed(kept) : .declined(kept) }
    if let kept = answer(item, signOffs) { return .claimed(kept) }
    let before = own.first { kept in
      kept.signOff.isSigned && kept.signOff.items.contains { $0.day == id && $0.version < version }
    }
    return before.map { .changedSince($0) } ?? .open
  }
}
