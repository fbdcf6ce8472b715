public import Knowledge
public import Vocabulary

/// Which of the things that run out are told on a day. It remembers nothing: whoever asks says when somebody was last told,
/// and what was known then.
public struct NoticeChoice: Sendable {
  private let table: [DueKind: LeadTime]

  /// - Parameter table: see `KnowledgeBase.leadTimes`. What has no row is not told.
  public init(_ table: [DueKind: LeadTime]) { self.table = table }

  /// What was told the last time.
  public struct Earlier: Sendable {
    /// The day on which it was told.
    public let day: CivilDate
    /// What ran out as it was known then.
    public let items: [DueItem]

    public init(day: CivilDate, items: [DueItem]) { (self.day, self.items) = (day, items) }
  }

  /// The things to tell of: those with a day of their series since the last time, and those whose time has begun and that
  /// were not there then, or had another last day. However long the last time is ago, each is told once.
  ///
  /// - Parameter earlier: nil: nothing was told yet.
  public func told(_ items: [DueItem], on today: CivilDate, since earlier: Earlier?) -> [DueItem] {
    items.filter { item in
      guard let series = series(item), series.isOpen(on: today) else { return false }
      guard let earlier else { return true }
      let isNew = !earlier.items.contains { $0.id == item.id && $0.day == item.day }
      return isNew || series.hasNotice(after: earlier.day, through: today)
    }.inOrder
  }

  /// Those whose time has begun and is not over.
  public func open(_ items: [DueItem], on today: CivilDate) -> [DueItem] {
    items.filter { series($0)?.isOpen(on: today) == true }.inOrder
  }

  /// The days on which a thing is told; nil for a kind without a row.
  public func series(_ item: DueItem) -> NoticeSeries? { table[item.kind].map { NoticeSeries(item, $0) } }
}
