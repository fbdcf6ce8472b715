import CanonicalJSON
import Cryptography
import Knowledge
import Population
import Rules
import Testing
import Vocabulary

@testable import Services

@Suite("Records as they stand in the log")
struct RecordPayloadTests {
  private static let asOf = CivilDate(days: 20_700)

  private func payload(_ content: RecordContent?) -> RecordPayload {
    RecordPayload(
      record: .fresh(from: .system), content: content,
      statement: RecordStatement(by: "account 1", why: "a \"mistake\"", supersedes: 12))
  }

  @Test("every record of a thousand made-up people comes back as it was")
  func people() throws {
    for person in Population(1_000, seed: 7, asOf: Self.asOf).people {
      for record in person.evidence.records {
        let payload = payload(.evidence(record))
        let read = try JSONReader().readCanonical(payload.json.bytes)
        #expect(RecordPayload(read) == payload)
      }
    }
  }

  @Test("every kind of value comes back as it was")
  func values() throws {
    let (day, other) = (CivilDate(days: 20_000), CivilDate(days: 20_044))
    let past = CivilDate.distantPast, future = CivilDate.distantFuture
    let intervals = [
      DayInterval(day), DayInterval(day, other), DayInterval(past, day), DayInterval(day, future), .always,
      DayInterval(future), DayInterval(CivilDate(days: 19_723), CivilDate(days: 20_088)),
    ]
    var records: [EvidenceRecord] = []
    for days in intervals {
      for expected in [false, true] {
        records.append(
          EvidenceRecord(id: "x", kind: .program, values: ["graduated": .day(days, expected: expected)]))
      }
      for ends in intervals {
        let span = FactValue.Span(by: "caahep", begins: days, ends: ends)
        records.append(EvidenceRecord(id: "", kind: .program, values: ["accreditation": .spans([span, span])]))
      }
    }
    for low in [0, 1, 10, 12_345, 1_000_000_000] {
      for high in [Quantity(hundredths: low), Quantity(hundredths: low + 7), .unbounded] {
        let hours = FactValue.amount(low: Quantity(hundredths: low), high: high)
        records.append(EvidenceRecord(id: "", kind: .program, values: ["academic_hours": hours]))
      }
    }
    records.append(
      EvidenceRecord(
        id: "é", kind: .training,
        values: ["for": .words(["triage", "ecg"]), "certificate": .flag(false), "completed": .never],
        grade: .primarySource, provenance: "l\u{00ED}nea 1\nl\u{00ED}nea 2"))
    records.append(EvidenceRecord(id: "person-1", kind: .person, values: ["age": .word("18-or-over")]))
    for record in records {
      let payload = payload(.evidence(record))
      #expect(RecordPayload(try JSONReader().readCanonical(payload.json.bytes)) == payload, "\(payload.json.text)")
    }
    for content in [RecordContent.complete(.attempt, through: day), .complete(.health, through: .distantFuture)] {
      #expect(RecordPayload(payload(content).json)?.content == content)
    }
    #expect(RecordPayload(payload(nil).json)?.content == nil)
  }

  @Test("a record has the form of a person file: its reader reads the same")
  func personFiles() throws {
    let reader = PersonReader(credentials: ["aama/cma", "amt/rma", "nha/ccma", "ncct/ncma"])
    for person in Population(200, seed: 3, asOf: Self.asOf).people {
      for record in person.evidence.records {
        var file = try #require(payload(.evidence(record)).json["content"]?.asObject)
        file["person_file"] = 1
        let read = try reader.read(text: JSON.object(file).text, file: "test", today: Self.asOf)
        #expect(read.evidence.records == [record], "\(JSON.object(file).text)")
      }
    }
  }

  @Test("anything else is no record")
  func refused() throws {
    let good = payload(.evidence(EvidenceRecord(id: "", kind: .card, values: ["type": .word("bls")]))).json
    #expect(RecordPayload(good) != nil)
    let record = try #require(good["record"])
    for content: JSON in [
      [:], "cards", ["cards": []], ["cards": [["type": 1]]], ["cards": [["unknown": "x"]]], ["cars": [[:]]],
      ["cards": [["type": "bls"]], "work": []], ["cards": [["issued": "2026-02-30"]]], ["cards": [["grade": "gold"]]],
      ["complete_through": ["cars": "2026-01-01"]], ["complete_through": ["cards": "soon"]],
      ["programs": [["academic_hours": "many"]]], ["programs": [["accreditation": [["from": "2020"]]]]],
    ] {
      #expect(RecordPayload(["by": "x", "record": record, "content": content]) == nil, "\(content.text)")
    }
    #expect(RecordPayload(["by": "x", "record": "short"]) == nil)
    #expect(RecordPayload(["record": record]) == nil)
    #expect(RecordPayload("text") == nil)
  }
}
