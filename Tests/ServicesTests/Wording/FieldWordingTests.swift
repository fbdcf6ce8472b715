import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("Names of facts")
struct FieldWordingTests {
  private static let allFields = EvidenceKind.allCases.flatMap(\.fields)
  /// Letters and words that both languages share with the files.
  private static let alike: Set<String> = ["diploma", "instructor", "general", "total"]

  private static let words: Set<String> = Set(
    allFields.flatMap { field -> [String] in
      switch field.content {
      case .choice(let words), .set(let words), .spans(let words): words
      case .day, .amount, .flag, .name: []
      }
    })

  @Test("every kind of record has a name in both languages", arguments: EvidenceKind.allCases)
  func kinds(kind: EvidenceKind) {
    let name = FieldWording.kind(kind)
    #expect(!name.en.isEmpty)
    #expect(!name.es.isEmpty)
    #expect(name.es != kind.rawValue)
    #expect(!name.en.contains("_"))
  }

  @Test("every field has a name in both languages that is not its key", arguments: allFields)
  func fields(field: Field) {
    let name = FieldWording.field(field)
    #expect(!name.en.contains("_"))
    #expect(!name.es.contains("_"))
    #expect(name.es != field.name, "\(field.path) in Spanish")
    let plain: Set<String> = [
      "subject", "level", "award", "semesters", "employer", "role", "setting", "duties",
      "supervised", "result", "title", "issued", "expires", "outcome", "about",
    ]
    #expect(name.en != field.name || plain.contains(field.name), "\(field.path) in English")
  }

  @Test("every word of a choice has a name in both languages that is not its key", arguments: words.sorted())
  func choices(word: String) {
    let name = FieldWording.word(word)
    #expect(!name.en.contains("-") || ["self-reported", "x-ray"].contains(word))
    #expect(!name.es.contains("-"))
    #expect(!name.en.isEmpty)
    let letters: Set<String> = ["caahep", "abhes", "amt", "ncct", "aama", "nha", "ged", "cpr", "bls"]
    if letters.contains(word) {
      #expect(name.en == word.uppercased())
    } else if !Self.alike.contains(word) {
      #expect(name.es != word, "\(word) in Spanish")
      #expect(name.es != name.en, "\(word) in Spanish")
    }
  }

  @Test("every unit has a name in Spanish")
  func units() {
    var units: Set<String> = [
      "points", "hours", "clock hours", "contact hours", "credits", "items", "minutes", "days", "months",
    ]
    for field in Self.allFields { if case .amount(let unit) = field.content { units.insert(unit) } }
    for value in Samples.base.values {
      for reading in value.readings.joined() { if case .amount(_, let unit) = reading.content { units.insert(unit) } }
    }
    for unit in units { #expect(FieldWording.units(unit).es != unit, "\(unit)") }
  }

  @Test("values read as people write them")
  func values() throws {
    func both(_ value: FactValue) -> [String] { Language.allCases.map { FieldWording.value(value, $0) } }
    let day = try #require(CivilDate("2027-06-04"))
    #expect(both(.unknown) == ["not known", "no se sabe"])
    #expect(both(.never) == ["has not happened", "no ha ocurrido"])
    #expect(both(.day(DayInterval(day), expected: true)) == ["Jun 4, 2027 (planned)", "4 de junio de 2027 (previsto)"])
    #expect(both(.flag(true)) == ["yes", "sí"])
    #expect(both(.words([])) == ["none", "ninguno"])
    #expect(both(.amount(low: Quantity(500), high: Quantity(600))) == ["500 to 600", "de 500 a 600"])
    #expect(both(.amount(low: Quantity(500), high: .unbounded)) == ["500 or more", "500 o más"])
    let span = FactValue.Span(by: "abhes", begins: DayInterval(day), ends: DayInterval(.distantFuture))
    #expect(both(.spans([span])) == ["ABHES from Jun 4, 2027", "ABHES desde el 4 de junio de 2027"])
  }

  @Test("a credential's key reads as its letters with their body, as in its pack")
  func credentials() {
    for credential in Samples.base.credentials {
      #expect(FieldWording.word(credential.id) == Phrase(credential.mark, credential.mark))
    }
  }

  @Test("a record is named by its kind and number, or as the person named it")
  func records() {
    #expect(FieldWording.record("certification-2") == Phrase("certification 2", "certificación 2"))
    #expect(FieldWording.record("person-1") == Phrase("person", "persona"))
    #expect(FieldWording.record("evening-school") == Phrase("evening-school", "evening-school"))
    #expect(FieldWording.record("program-night") == Phrase("program-night", "program-night"))
  }

  @Test("one and many of a unit")
  func plurals() {
    #expect(FieldWording.amount(Quantity(1), "points") == Phrase("1 point", "1 punto"))
    #expect(FieldWording.amount(Quantity(2), "points") == Phrase("2 points", "2 puntos"))
    #expect(FieldWording.amount(Quantity(1), "months") == Phrase("1 month", "1 mes"))
    #expect(FieldWording.amount(Quantity(1), "times") == Phrase("1 time", "1 vez"))
    #expect(FieldWording.amount(Quantity(14), "contact hours") == Phrase("14 contact hours", "14 horas de contacto"))
  }
}
