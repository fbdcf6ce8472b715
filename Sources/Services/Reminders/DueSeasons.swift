import Knowledge
import Rules
import Vocabulary

extension DueList {
  /// What is asked for in a part of each year, of people who have recorded one before: the last day before the season that
  /// nothing is recorded for yet.
  func seasonal(_ health: Evidence, _ asOf: CivilDate) -> [DueItem] {
    base.seasons.compactMap { row in
      let days = health.records(of: .health).filter { $0["type"] == .word(row.type) }.compactMap(Self.day)
      guard !days.isEmpty else { return nil }
      let seasons = (asOf.year - 1...asOf.year + 1).filter { Season.years.contains($0) }.map(row.season.season)
      let next = seasons.first { season in
        // A day known in part counts when all of it does.
        season.days.last >= asOf && !days.contains { $0.first >= season.givenFrom && $0.first <= season.days.last }
      }
      return next.map { season in
        DueItem(id: "season \(row.type)", kind: .season, text: Self.health, day: season.days.first.previous)
      }
    }
  }

  private static func day(_ record: EvidenceRecord) -> DayInterval? {
    guard case .day(let days, false) = record["date"] else { return nil }
    return days
  }
}
