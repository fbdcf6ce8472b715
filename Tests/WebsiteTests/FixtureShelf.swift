import Vocabulary

@testable import Website

/// Made-up values for the pages about the work and the search. What they say is an illustration and no rule.
extension Fixtures {
  private static let source = Citation(
    "Sample board, Sample page. Undated.", grade: .reported, url: "https://example.org")

  static func duties(_ language: Language) -> DutiesPage.Value {
    let blood = DutiesPage.Duty(
      id: "blood-draw", text: Phrase("Draw blood", "Sacar sangre")[language],
      skills: [Phrase("Finding a vein", "Buscar la vena")[language]],
      facts: [Fact("CMA (AAMA)", Phrase("Clinical", "Clínica")[language])],
      states: Link(
        Phrase("What the states say", "Lo que dicen los estados")[language],
        .page(.states(StateQuestion(task: "venipuncture")))),
      quotes: [DutiesPage.Quote(id: "2028", words: "Collect specimens.")], citations: [source])
    let phone = DutiesPage.Duty(
      id: "phone", text: Phrase("Answer the phone", "Contestar el teléfono")[language],
      skills: [Phrase("Plain words", "Palabras sencillas")[language]],
      facts: [
        Fact(Phrase("State rules", "Reglas estatales")[language], Phrase("Not clinical", "No es clínico")[language])
      ],
      states: nil, quotes: [], citations: [source])
    return DutiesPage.Value(
      sides: [
        DutiesPage.Side(id: "clinical", name: Phrase("With patients", "Con pacientes")[language], duties: [blood]),
        DutiesPage.Side(
          id: "administrative", name: Phrase("In the office", "En la oficina")[language], duties: [phone]),
      ],
      tags: [
        DutiesPage.TagGroup(
          name: Phrase("Long-term", "De largo plazo")[language],
          tags: [
            DutiesPage.Tag(id: "diabetes", name: "Diabetes", duties: [Link(blood.text, .part("duty-blood-draw"))]),
            DutiesPage.Tag(id: "clinic", name: Phrase("Clinics", "Clínicas")[language], duties: []),
          ])
      ],
      reading: Phrase("Sample words.", "Palabras de muestra.")[language], attribution: Citation("Sample credit."),
      explainers: [Link(Phrase("Sample text", "Texto de muestra")[language], .page(.explainer("sample")))])
  }

  static func explainers(_ language: Language) -> [ExplainersPage.Entry] {
    [
      ExplainersPage.Entry(
        id: "sample", title: Phrase("Sample text", "Texto de muestra")[language],
        summary: Phrase("What it is about.", "De qué trata.")[language])
    ]
  }

  static func explainer(_ language: Language) -> ExplainerPage.Value {
    func statement(_ en: String, _ es: String, isNotKnown: Bool = false) -> ExplainerPage.Statement {
      ExplainerPage.Statement(
        text: Phrase(en, es)[language], citations: isNotKnown ? [] : [source], isNotKnown: isNotKnown)
    }
    return ExplainerPage.Value(
      id: "sample", title: Phrase("Sample text", "Texto de muestra")[language],
      summary: Phrase("What it is about.", "De qué trata.")[language],
      sections: [
        ExplainerPage.Section(
          title: Phrase("Side by side", "Lado a lado")[language], statements: [],
          columns: [Phrase("One", "Uno")[language], Phrase("Two", "Dos")[language]],
          rows: [
            ExplainerPage.Row(
              name: Phrase("Who pays", "Quién paga")[language],
              cells: [statement("The first.", "El primero."), statement("No source.", "Sin fuente.", isNotKnown: true)])
          ]),
        ExplainerPage.Section(
          title: Phrase("What states say", "Lo que dicen los estados")[language],
          statements: [
            ExplainerPage.Statement(
              text: Phrase("By task.", "Por tarea.")[language], link: Link("CMA (AAMA)", .place(.duties, "duty-phone")))
          ],
          states: [
            ExplainerPage.State(
              name: Link("Washington", .page(.state("wa", StateQuestion()))),
              statement: StatePage.Statement(
                text: Phrase("Sample rule.", "Regla de muestra.")[language], grade: .stated, citations: [source]))
          ],
          unknown: ["Ohio", "Texas"]),
      ],
      dates: [Fact(Phrase("Written", "Escrito")[language], "2026-11-22")])
  }

  static func glossary(_ language: Language) -> [WordsPage.Entry] {
    [
      WordsPage.Entry(
        id: "bls", term: "BLS", text: Phrase("A course and its card.", "Un curso y su tarjeta.")[language],
        also: Phrase("A bureau of statistics.", "Una oficina de estadísticas.")[language], aliases: "RCP",
        link: Link("CMA (AAMA)", .page(.compare)))
    ]
  }

  static func search(_ words: String, _ language: Language) -> SearchPage.Value {
    guard words == "BLS" else { return SearchPage.Value(question: words) }
    return SearchPage.Value(
      question: words,
      which: [
        SearchPage.Meaning(
          text: Phrase("A card.", "Una tarjeta.")[language], link: Link("CMA (AAMA)", .page(.compare))),
        SearchPage.Meaning(text: Phrase("A bureau.", "Una oficina.")[language]),
      ],
      hits: [
        SearchPage.Hit(
          link: Link("BLS", .place(.words, "word-bls")), kind: Phrase("Glossary", "Glosario")[language],
          text: Phrase("A card.", "Una tarjeta.")[language]),
        SearchPage.Hit(link: Link("Washington", .page(.state("wa", StateQuestion()))), kind: "State", text: ""),
      ])
  }

  static func shelfPages(_ language: Language) -> [(String, Page)] {
    func found(_ words: String) -> Page { SearchPage(value: search(words, language), language: language).page() }
    return [
      ("duties", DutiesPage(value: duties(language), language: language).page()),
      ("explainers", ExplainersPage(entries: explainers(language), language: language).page()),
      ("explainer", ExplainerPage(value: explainer(language), language: language).page()),
      ("glossary", WordsPage(glossary: glossary(language), language: language).page()),
      ("search", found("BLS")), ("search-empty", found("")), ("search-nothing", found("\"<zz>\" & 'é'")),
    ]
  }
}

/// The shelf of the sample service.
extension SampleService {
  func duties(_ visit: Visit) -> DutiesPage.Value { Fixtures.duties(visit.language) }
  func explainers(_ visit: Visit) -> [ExplainersPage.Entry] { Fixtures.explainers(visit.language) }

  func explainer(_ id: String, _ visit: Visit) -> ExplainerPage.Value? {
    id == "sample" ? Fixtures.explainer(visit.language) : nil
  }

  func glossary(_ visit: Visit) -> [WordsPage.Entry] { Fixtures.glossary(visit.language) }
  func search(_ words: String, _ visit: Visit) -> SearchPage.Value { Fixtures.search(words, visit.language) }
}
