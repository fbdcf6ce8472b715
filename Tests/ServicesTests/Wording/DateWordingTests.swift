import Services
import Testing
import Vocabulary

@Suite("Dates in words")
struct DateWordingTests {
  private static let asOf = CivilDate("2026-11-22")!
  private static let english = DateWording(.english, asOf: asOf)
  private static let spanish = DateWording(.spanish, asOf: asOf)

  @Test(
    "a distance is told in days, weeks, months or years, one or many",
    arguments: [
      ("2026-11-22", "today", "hoy"),
      ("2026-11-23", "in 1 day", "en 1 día"), ("2026-11-24", "in 2 days", "en 2 días"),
      ("2026-11-21", "1 day ago", "hace 1 día"), ("2026-11-20", "2 days ago", "hace 2 días"),
      ("2026-11-29", "in 7 days", "en 7 días"),
      ("2026-12-05", "in 13 days", "en 13 días"), ("2026-12-06", "in 2 weeks", "en 2 semanas"),
      ("2026-11-09", "13 days ago", "hace 13 días"), ("2026-11-08", "2 weeks ago", "hace 2 semanas"),
      ("2026-12-12", "in 2 weeks", "en 2 semanas"), ("2026-12-13", "in 3 weeks", "en 3 semanas"),
      ("2027-02-13", "in 11 weeks", "en 11 semanas"), ("2027-02-14", "in 2 months", "en 2 meses"),
      ("2027-02-21", "in 2 months", "en 2 meses"), ("2027-02-22", "in 3 months", "en 3 meses"),
      ("2026-08-31", "11 weeks ago", "hace 11 semanas"), ("2026-08-30", "2 months ago", "hace 2 meses"),
      ("2029-11-21", "in 35 months", "en 35 meses"), ("2029-11-22", "in 3 years", "en 3 años"),
      ("2030-11-21", "in 3 years", "en 3 años"), ("2030-11-22", "in 4 years", "en 4 años"),
      ("2023-11-22", "3 years ago", "hace 3 años"), ("2023-11-23", "35 months ago", "hace 35 meses"),
    ])
  func distances(day: String, en: String, es: String) throws {
    let day = try #require(CivilDate(day))
    #expect(Self.english.distance(to: day) == en)
    #expect(Self.spanish.distance(to: day) == es)
  }

  @Test("every month has its name")
  func months() throws {
    let en = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let es = [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
      "diciembre",
    ]
    for month in 1...12 {
      let day = try #require(CivilDate(year: 2028, month: month, day: 1))
      #expect(Self.english.day(day) == "\(en[month - 1]) 1, 2028")
      #expect(Self.spanish.day(day) == "1 de \(es[month - 1]) de 2028")
    }
  }

  @Test("a day with its distance, and the days without end")
  func whole() throws {
    let day = try #require(CivilDate("2028-01-31"))
    #expect(Self.english.dayWithDistance(day) == "Jan 31, 2028 (in 14 months)")
    #expect(Self.spanish.dayWithDistance(day) == "31 de enero de 2028 (en 14 meses)")
    #expect(DateWording(.english).dayWithDistance(day) == "Jan 31, 2028")
    #expect(Self.english.dayWithDistance(.distantFuture) == "no end")
    #expect(Self.spanish.dayWithDistance(.distantPast) == "el principio")
  }

  @Test(
    "a day known in part",
    arguments: [
      ("2023-09-12", "2023-09-12", "Sep 12, 2023", "12 de septiembre de 2023"),
      ("2023-09-01", "2023-09-30", "Sep 2023", "septiembre de 2023"),
      ("2024-02-01", "2024-02-29", "Feb 2024", "febrero de 2024"),
      ("2023-01-01", "2023-12-31", "2023", "2023"),
      (
        "2023-09-10", "2023-09-20", "between Sep 10, 2023 and Sep 20, 2023",
        "entre el 10 de septiembre de 2023 y el 20 de septiembre de 2023"
      ),
    ])
  func partial(first: String, last: String, en: String, es: String) throws {
    let days = DayInterval(try #require(CivilDate(first)), try #require(CivilDate(last)))
    #expect(Self.english.days(days) == en)
    #expect(Self.spanish.days(days) == es)
  }

  @Test("a day of which only one end is known")
  func open() throws {
    let day = try #require(CivilDate("2023-09-10"))
    #expect(Self.english.days(DayInterval(day, .distantFuture)) == "after Sep 9, 2023")
    #expect(Self.spanish.days(DayInterval(day, .distantFuture)) == "después del 9 de septiembre de 2023")
    #expect(Self.english.days(DayInterval(.distantPast, day)) == "by Sep 10, 2023")
    #expect(Self.spanish.days(DayInterval(.distantPast, day)) == "a más tardar el 10 de septiembre de 2023")
    #expect(Self.english.days(.always) == "day not known")
    #expect(Self.spanish.days(.always) == "fecha no conocida")
  }
}
