import Knowledge
import Rules
import Testing
import Vocabulary

@testable import Services

@Suite("Records entered by form")
struct EnteredReadingTests {
  private static let today = CivilDate("2026-11-23")!
  private static let reading = EnteredReading(RecordChoices(Samples.base), today: today)

  private func read(_ texts: [String: [String]], _ kind: EvidenceKind) throws -> EvidenceRecord {
    try Self.reading.record(EnteredRecord(texts), kind)
  }

  private func faults(_ texts: [String: [String]], _ kind: EvidenceKind) -> [String] {
    do {
      _ = try Self.reading.record(EnteredRecord(texts), kind)
      return []
    } catch { return error.all.map(\.field) }
  }

  @Test("a year, a month, a day, a plan, and what has not happened")
  func dates() throws {
    func graduated(_ texts: [String: String]) throws -> FactValue {
      try read(
        Dictionary(uniqueKeysWithValues: texts.map { ("graduated-\($0.key)", [$0.value]) }).merging(["name": ["x"]]) {
          $1
        }, .program)["graduated"]
    }
    #expect(try graduated(["year": "2023"]) == .day(DayInterval(partial: "2023")!, expected: false))
    #expect(try graduated(["year": "2023", "month": "9"]) == .day(DayInterval(partial: "2023-09")!, expected: false))
    #expect(
      try graduated(["year": "2023", "month": "09", "day": "5"])
        == .day(DayInterval(partial: "2023-09-05")!, expected: false))
    #expect(try graduated(["year": "2027"]) == .day(DayInterval(partial: "2027")!, expected: true))
    #expect(
      try graduated(["year": "2026", "month": "11", "planned": "1"])
        == .day(DayInterval(partial: "2026-11")!, expected: true))
    #expect(try graduated(["never": "1"]) == .never)
    #expect(try graduated([:]) == .unknown)
    #expect(
      try read(["type": ["bls"], "expires-year": ["2028"]], .card)["expires"]
        == .day(DayInterval(partial: "2028")!, expected: false))
  }

  @Test("every fault is at its field, with what was found")
  func errors() {
    #expect(faults(["name": ["x"], "graduated-year": ["23"]], .program) == ["graduated-year"])
    #expect(faults(["name": ["x"], "graduated-day": ["3"]], .program) == ["graduated-year"])
    #expect(
      faults(["name": ["x"], "graduated-year": ["2023"], "graduated-day": ["3"]], .program) == ["graduated-month"])
    #expect(
      faults(
        ["name": ["x"], "graduated-year": ["2023"], "graduated-month": ["2"], "graduated-day": ["30"]], .program)
        == ["graduated-day"])
    #expect(
      faults(["name": ["x"], "graduated-year": ["2020"], "graduated-planned": ["1"]], .program) == ["graduated-year"])
    #expect(
      faults(["enrolled-year": ["2024"], "graduated-year": ["2023"]], .program) == ["graduated-year"])
    #expect(faults(["total_hours": ["many"]], .program) == ["total_hours"])
    #expect(faults(["of": ["no/such"]], .attempt) == ["of"])
    #expect(faults(["result": ["failed"]], .attempt) == ["of"])
    #expect(faults([:], .work) == ["employer"])
    #expect(faults(["accreditation-1-from-year": ["2020"]], .program) == ["accreditation-1-by"])
    #expect(faults(["for": ["vaccine", "juggling"]], .training) == ["for"])
    #expect(faults(["for": ["vaccine"], "for-none": ["1"]], .training) == ["for"])
    do {
      _ = try read(["name": ["x"], "graduated-year": ["20x6"]], .program)
    } catch let found as RecordFaults {
      #expect(found.all[0].message.en == "Expected a year with four digits, like 2026; “20x6” found")
    } catch { Issue.record(error) }
  }

  @Test("amounts with points, commas and groups")
  func amounts() throws {
    let read: [(String, String?)] = [
      ("560", "560"), ("12.5", "12.5"), ("12,5", "12.5"), ("1,000", "1000"), ("1 000", "1000"), ("1,000.5", "1000.5"),
      ("1,00,0", nil), ("-3", nil), ("1e3", nil), (",", nil), ("1,2345", nil),
    ]
    for (text, expected) in read {
      #expect(EnteredAmount.quantity(text)?.description == expected, "\(text)")
    }
    #expect(
      try self.read(["total_hours": ["720"], "total_hours-more": ["1"]], .program)["total_hours"]
        == .amount(low: Quantity(720), high: .unbounded))
  }

  @Test("what the fields can say comes back as it was; what they cannot is kept until it is forgotten")
  func roundTrip() throws {
    for person in Samples.people {
      for record in try person.file().evidence.records {
        let again = try Self.reading.record(Self.reading.filled(record), record.kind, old: record)
        #expect(again.values == record.values, "\(record.id)")
      }
    }
    var odd = EvidenceRecord(id: "program-1", kind: .program, values: ["name": .word("Sample")])
    odd["graduated"] = .day(DayInterval(partial: "2023-09-10..2023-09-20")!, expected: false)
    let field = try #require(Field.named("program.graduated"))
    #expect(Self.reading.isKept(odd["graduated"], field))
    var entered = Self.reading.filled(odd)
    #expect(try Self.reading.record(entered, .program, old: odd)["graduated"] == odd["graduated"])
    entered["graduated-forget"] = "1"
    #expect(try Self.reading.record(entered, .program, old: odd)["graduated"] == .unknown)
    entered["graduated-year"] = "2022"
    #expect(
      try Self.reading.record(entered, .program, old: odd)["graduated"]
        == .day(DayInterval(partial: "2022")!, expected: false))
  }

  @Test("with health nothing typed is kept")
  func health() throws {
    let record = try read(["type": ["tdap"], "outcome": ["declined"], "provenance": ["because"]], .health)
    #expect(record.provenance == nil && record["outcome"] == .word("declined"))
  }

  @Test(
    "text about a patient is noticed, and the words of a career are not",
    arguments: [
      ("MRN 448812", true), ("Medical record number 99812", true), ("DOB 3/14/1961", true), ("date of birth", true),
      ("fecha de nacimiento 1961", true), ("born 1961-03-14", true), ("patient 4482", true), ("123-45-6789", true),
      ("Transcript, page 1", false), ("Patient First, Richmond", false), ("Patient safety, 2 points", false),
      ("Certificate 12345678", false), ("Birth control counseling", false), ("Official record of 2024", false),
      ("Letter from the dean, 3/14/2024", false), ("", false),
    ])
  func patients(_ text: String, _ isNoticed: Bool) {
    #expect(PatientText.signs(in: text).isEmpty != isNoticed, "\(text): \(PatientText.signs(in: text))")
  }

  @Test("every field has help or a plain label, in both languages, without words of advice")
  func help() {
    for kind in EvidenceKind.allCases {
      for phrase in kind.fields.compactMap(RecordHelp.text) + [RecordWording.heading(kind)] {
        #expect(!phrase.en.isEmpty && !phrase.es.isEmpty && phrase.en != phrase.es || kind == .person)
        for word in ["you may", "allowed", "guaranteed"] { #expect(!phrase.en.lowercased().contains(word)) }
      }
    }
  }
}
