import Knowledge
import Services
import Testing
import Vocabulary

@Suite("Search")
struct SearchTests {
  private static let index = SearchIndex(Fixture.base)

  private func first(_ question: String) -> String? {
    Self.index.search(question).hits.first.map { "\($0.entry.kind.rawValue) \($0.entry.id)" }
  }

  @Test(
    "names, other names and slips lead to the same place",
    arguments: [
      ("RMA (AMT)", "credential amt/rma"), ("aama/cma", "credential aama/cma"), ("Washington", "state us-wa"),
      ("wa", "state us-wa"), ("locum tenens", "term locum-tenens"), ("medical assistant", "term medical-assistant"),
      ("allied health professional", "term medical-assistant"), ("clinical support staff", "term medical-assistant"),
      ("healthcare support worker", "term medical-assistant"), ("personal de apoyo clinico", "term medical-assistant"),
      ("diabetes", "condition diabetes"), ("urgent care", "setting urgent-care"), ("urgencias", "setting urgent-care"),
      ("phlebotomy", "duty blood-draw"), ("flebotomia", "duty blood-draw"), ("phlebotmy", "term phlebotomist"),
      ("venipunctrue", "duty blood-draw"), ("injektions", "duty injections"), ("inyecciones", "duty injections"),
      ("vacuna en nueva jersey", "state-task us-nj/task/vaccine"), ("INYECCIÓN", "duty injections"),
      ("vaccine texas", "state-task us-tx/task/vaccine"), ("vacunas tejas texas", "state-task us-tx/task/vaccine"),
      ("Medicamentos por la vena en Washington", "state-task us-wa/task/iv-medication"),
    ])
  func finds(question: String, place: String) {
    #expect(first(question) == place, "\(Self.index.search(question, most: 4).hits.map(\.entry.id))")
  }

  @Test("wages are found, and a program of the list by its school or its place")
  func lists() throws {
    #expect(first("salary")?.hasPrefix("statistic ") == true)
    let listed = [ListedAccreditation]()
    let program = ListedProgram(
      id: "sample-1", school: "Sample Wren College", parent: nil, address: "1 Sample Road, Tucson, AZ 85701",
      program: "Medical Assisting", by: "abhes", accreditor: "A sample", accreditation: listed, actions: [])
    let day = try #require(CivilDate("2020-10-05"))
    let directory = ProgramDirectory(
      source: .init(publisher: "Sample", title: "Sample", vintage: day), programs: [program])
    let index = SearchIndex(Fixture.base, programs: directory)
    for question in ["sample wren", "wern college", "Tucson"] {
      #expect(index.search(question).hits.contains { $0.entry.id == "sample-1" }, "\(question)")
    }
  }

  @Test("a word with several meanings asks which", arguments: ["CMA", "bls", "NCMA", "ma", "CPT", "Nha"])
  func which(question: String) {
    let answer = Self.index.search(question)
    #expect(answer.which.count == 1 && answer.which.first?.also != nil)
    #expect(!answer.hits.isEmpty)
  }

  @Test("with its body it does not ask", arguments: ["CMA (AAMA)", "NCMA (NCCT)", "diabetes", ""])
  func plain(question: String) { #expect(Self.index.search(question).which.isEmpty) }

  @Test("what a thing is called finds it exactly, in both languages", arguments: Language.allCases)
  func everyName(language: Language) {
    for entry in Self.index.entries where entry.kind != .stateTask {
      guard entry.title[language].count <= SearchIndex.longestQuestion else { continue }
      let hits = Self.index.search(entry.title[language], most: 400).hits
      #expect(hits.contains { $0.isExact && $0.entry.id == entry.id }, "\(entry.title[language])")
    }
  }

  @Test("one slip in a word of a duty still finds it", arguments: [7, 11] as [UInt64])
  func slips(seed: UInt64) {
    var random = SplitMix64(state: seed)
    for duty in Fixture.base.shelf.duties.duties {
      for language in Language.allCases {
        var words = duty.text[language].split(separator: " ").map { $0.filter(\.isLetter) }
        guard let i = words.indices.max(by: { words[$0].count < words[$1].count }), words[i].count > 5 else { continue }
        let at = words[i].index(words[i].startIndex, offsetBy: Int.random(in: 1..<words[i].count - 1, using: &random))
        if Bool.random(using: &random) { words[i].remove(at: at) } else { words[i].insert("q", at: at) }
        let hits = Self.index.search(words.joined(separator: " ")).hits
        #expect(hits.contains { $0.entry.kind == .duty && $0.entry.id == duty.id }, "\(words)")
      }
    }
  }

  @Test("what one state says is found only when the state is named")
  func states() {
    let everywhere = Self.index.search("venipuncture", most: 400).hits
    #expect(!everywhere.contains { $0.entry.kind == .stateTask })
    let ohio = Self.index.search("venipuncture ohio", most: 400).hits.filter { $0.entry.kind == .stateTask }
    #expect(!ohio.isEmpty && ohio.allSatisfy { $0.entry.id.hasPrefix("us-oh/") })
  }

  @Test("the same question has the same answer, however it is written")
  func steady() {
    let again = SearchIndex(Fixture.base)
    for question in ["fee", "renewal points", "vacuna", "x", "certification in california"] {
      let hits = Self.index.search(question).hits
      #expect(again.search(question).hits == hits)
      #expect(Self.index.search("  " + question.uppercased() + "!").hits == hits)
    }
  }

  @Test(
    "any text is a question",
    arguments: [
      "", " ", "\u{0}\u{7}", "🩺", "---", "日本語", "'; drop table", String(repeating: "a", count: 100_000),
      String(repeating: "ab ", count: 50_000), "%", "<script>",
    ])
  func anything(question: String) {
    let answer = Self.index.search(question)
    #expect(answer.hits.count <= 24 && answer.question.count <= SearchIndex.longestQuestion)
  }

  @Test("words are compared without accents, marks and capitals")
  func folding() {
    #expect(SearchWords.split("Inyección (IM), niño's") == ["inyeccion", "im", "ninos"])
    #expect(SearchWords.split("e\u{301}xito") == ["exito"])
    #expect(SearchWords.folded("CMA (AAMA)") == "cma aama")
  }
}
