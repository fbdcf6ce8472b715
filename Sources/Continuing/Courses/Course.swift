public import Rules
public import Vocabulary

/// One course of a catalog.
public struct Course: Sendable, Hashable, Identifiable {
  /// Unique in its catalog.
  public let id: String
  public let title: String
  public let provider: String
  /// The day on which it is completed; on demand: the day on which it is reckoned as completed.
  public let day: CivilDate
  /// Whether it can be taken on any day.
  public let isOnDemand: Bool
  /// The time it takes.
  public let hours: Quantity
  public let price: Money
  /// What it gives, in each body's own unit.
  public let units: Quantity
  /// What it gives by another count of one body: `ncct`.
  public let unitsByBody: [String: Quantity]
  /// The categories in which it may be counted, of which one is chosen; empty: the catalog does not say.
  public let categories: [String]
  /// The bodies that approved it; nil: the catalog does not say.
  public let approvedBy: [String]?
  /// The last day of the approval; nil: no end is known.
  public let approvedUntil: CivilDate?
  /// Courses of one series count once: nil: it is in none.
  public let series: String?

  public init(
    id: String, title: String, provider: String, day: CivilDate, isOnDemand: Bool = false, hours: Quantity,
    price: Money, units: Quantity,
    unitsByBody: [String: Quantity] = [:], categories: [String], approvedBy: [String]?,
    approvedUntil: CivilDate? = nil, series: String? = nil
  ) {
    self.id = id
    self.title = title
    self.provider = provider
    self.day = day
    self.isOnDemand = isOnDemand
    self.hours = hours
    self.price = price
    self.units = units
    self.unitsByBody = unitsByBody
    self.categories = categories
    self.approvedBy = approvedBy
    self.approvedUntil = approvedUntil
    self.series = series
  }

  /// Whether an approval that it had has ended by its day.
  public var isApprovalOver: Bool { approvedUntil.map { $0 < day } ?? false }

  /// What the evidence would say of it once it is taken, as one body is told.
  ///
  /// - Parameters:
  ///   - body: the part of a credential's id before the stroke: `aama`.
  ///   - category: one of the course's; nil: it is left open.
  public func record(for body: String, category: String?, asOf: CivilDate) -> EvidenceRecord {
    var values: [String: FactValue] = ["title": .word(title)]
    let units = unitsByBody[body] ?? units
    values["amount"] = .amount(low: units, high: units)
    values["date"] = .day(DayInterval(day), expected: day > asOf)
    if let category { values["category"] = .word(category) }
    if let approvedBy { values["approved_by"] = .word(approver(approvedBy, body)) }
    return EvidenceRecord(id: "course-\(id)", kind: .activity, values: values)
  }

  private func approver(_ bodies: [String], _ body: String) -> String {
    if isApprovalOver || bodies.isEmpty { return "none" }
    return bodies.contains(body) ? body : "other"
  }
}
