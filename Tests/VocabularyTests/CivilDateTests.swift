import Testing
import Vocabulary

/// Every day of 1900 to 2100, counted up by hand: no formula, only the lengths of months.
private struct NaiveCalendar {
  struct Day: Hashable {
    let year: Int
    let month: Int
    let day: Int
  }

  /// In order; the first is 1900-01-01.
  let days: [Day]
  private let positions: [Day: Int]

  init() {
    var days: [Day] = []
    for year in 1900...2100 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for day in 1...length { days.append(Day(year: year, month: index + 1, day: day)) }
      }
    }
    self.days = days
    positions = Dictionary(uniqueKeysWithValues: days.enumerated().map { ($1, $0) })
  }

  func position(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    positions[Day(year: year, month: month, day: day)]
  }

  /// Steps month by month, then takes the same day of the month or the last one there is.
  func adding(months: Int, to start: Day) -> Int? {
    var year = start.year
    var month = start.month
    for _ in 0..<abs(months) {
      month += months < 0 ? -1 : 1
      if month == 0 { (year, month) = (year - 1, 12) }
      if month == 13 { (year, month) = (year + 1, 1) }
    }
    return (1...start.day).reversed().compactMap { position(year, month, $0) }.first
  }
}

@Suite("Civil dates against a calendar counted by hand")
struct CivilDateTests {
  private let calendar = NaiveCalendar()
  private let first = CivilDate(days: -25_567)

  @Test("every day of 1900 to 2100 has the right year, month and day, and back")
  func everyDay() {
    for (position, day) in calendar.days.enumerated() {
      let date = first.adding(days: position)
      let c = date.components
      guard c == (day.year, day.month, day.day), CivilDate(year: day.year, month: day.month, day: day.day) == date
      else {
        Issue.record("\(day) became \(c)")
        return
      }
    }
    #expect(calendar.days.count == 73_414)
    #expect(CivilDate(days: 0).description == "1970-01-01")
  }

  @Test("every day is written so that it is read back")
  func text() {
    for position in calendar.days.indices {
      let date = first.adding(days: position)
      guard CivilDate(date.description) == date else {
        Issue.record("\(date)")
        return
      }
    }
  }

  @Test("days that do not exist are refused")
  func refused() {
    for text in [
      "2023-02-29", "1900-02-29", "2100-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-01-00", "0000-01-01",
      "2023-1-01", "2023-01-1", "+023-01-01", "2023-01-01 ", "2023/01/01", "2023-01", "", "2023-01-0a", "２０２３-01-01",
    ] {
      #expect(CivilDate(text) == nil, "\(text)")
    }
    #expect(CivilDate("2000-02-29") != nil)
    #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
  }

  @Test("months are added to every day, clamped to the month's length")
  func months() {
    var compared = 0
    for (position, day) in calendar.days.enumerated() {
      for months in [1, 3, 12, 60, -1, -12, (position % 241) - 120] {
        guard let expected = calendar.adding(months: months, to: day) else { continue }
        compared += 1
        let found = first.adding(days: position).adding(months: months)
        guard found == first.adding(days: expected) else {
          Issue.record("\(day) plus \(months) months became \(found)")
          return
        }
      }
    }
    #expect(compared > 490_000)
  }

  @Test("the end of the month, and months from end of month to end of month")
  func endOfMonth() {
    for (position, day) in calendar.days.enumerated() {
      let date = first.adding(days: position)
      let end = (28...31).compactMap { calendar.position(day.year, day.month, $0) }.last ?? -1
      guard date.endOfMonth == first.adding(days: end) else {
        Issue.record("\(day) ends on \(date.endOfMonth)")
        return
      }
      let months = position % 100
      guard let later = calendar.adding(months: months, to: .init(year: day.year, month: day.month, day: 1)) else {
        continue
      }
      let month = calendar.days[later]
      let last = (28...31).compactMap { calendar.position(month.year, month.month, $0) }.last ?? -1
      guard date.addingToEndOfMonth(months: months) == first.adding(days: last) else {
        Issue.record("\(day) plus \(months) months to the end of the month")
        return
      }
    }
  }

  @Test("60 months from the end of February 2023 end on February 29, 2028")
  func leapDay() throws {
    let day = try #require(CivilDate("2023-02-14"))
    #expect(day.addingToEndOfMonth(months: 60).description == "2028-02-29")
    #expect(day.endOfMonth.adding(months: 60).description == "2028-02-28")
    #expect(CivilDate("2024-02-29")?.adding(months: 12).description == "2025-02-28")
    #expect(CivilDate("2025-04-30")?.adding(months: 3).description == "2025-07-30")
  }

  @Test("the distant days absorb every shift")
  func distant() {
    for day in [CivilDate.distantPast, .distantFuture] {
      #expect(!day.isFinite)
      #expect(day.adding(days: 5) == day)
      #expect(day.adding(months: -5) == day)
      #expect(day.endOfMonth == day)
      #expect(day.addingToEndOfMonth(months: 2) == day)
    }
  }

  @Test("a shift beyond every day ends at a distant one", arguments: ["0001-01-01", "2026-11-22", "9999-12-31"])
  func beyond(text: String) throws {
    let day = try #require(CivilDate(text))
    for n in [150_000_000, Int(Int32.max), Int.max] {
      #expect(day.adding(days: n) == .distantFuture)
      #expect(day.adding(days: -n) == .distantPast)
      #expect(day.adding(months: n) == .distantFuture)
      #expect(day.adding(months: -n) == .distantPast)
      #expect(day.addingToEndOfMonth(months: n) == .distantFuture)
    }
    #expect(day.adding(months: 1_200_000).adding(months: -1_200_000).year == day.year)
  }
}
