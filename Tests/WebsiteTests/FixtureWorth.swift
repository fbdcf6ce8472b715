import Vocabulary

@testable import Website

/// Made-up values for the page about wages and costs. Figures are illustrations.
extension Fixtures {
  static func worth(_ language: Language) -> WorthPage.Value {
    let missing = Phrase("not loaded", "no cargado")[language]
    let older = Phrase("older edition: May 2025 is out", "edición anterior: ya salió mayo de 2025")[language]
    return WorthPage.Value(
      subject: Phrase("Sample occupation (00-0000), United States", "Ocupación de muestra (00-0000), Estados Unidos")[
        language],
      note: Phrase("Sample figures.", "Cifras de muestra.")[language],
      wages: [
        WorthPage.Wage(
          edition: Phrase("May 2024", "mayo de 2024")[language], mark: older,
          percentiles: [31_000, 34_000, 40_000, 46_000, 52_000],
          cells: ["$31,000", "$34,000", "$40,000", "$46,000", "$52,000", "$41,000", "700,000"]),
        WorthPage.Wage(
          edition: Phrase("May 2025", "mayo de 2025")[language], mark: nil,
          percentiles: [32_000, nil, 41_000, nil, nil],
          cells: ["$32,000", missing, "$41,000", missing, missing, missing, missing]),
      ],
      wageSources: [Citation("Bureau of Labor Statistics, sample.", url: "https://www.bls.gov/")],
      states: WorthPage.States(
        edition: Phrase("May 2023", "mayo de 2023")[language], mark: older,
        rows: [
          WorthPage.State(
            name: Phrase("United States", "Estados Unidos")[language], mean: 40_000,
            cells: ["$40,000", missing, missing]),
          WorthPage.State(name: "Texas", mean: nil, cells: [missing, missing, missing]),
          WorthPage.State(name: "Washington", mean: 50_000, cells: ["$50,000", missing, missing]),
        ], sources: [Citation("Bureau of Labor Statistics, sample of the states.")]),
      outlook: WorthPage.Table(
        heads: [
          Phrase("Edition", "Edición")[language], Phrase("Expected growth", "Crecimiento que se espera")[language],
        ],
        lines: [
          [
            Phrase(
              "2025–35 (secondary: as others copied it)", "2025–35 (secundaria: según la copiaron otros)")[language],
            "10 %",
          ]
        ], sources: [Citation("Sample transcription.", grade: .reported)]),
      outlookNote: Phrase("Sample note.", "Nota de muestra.")[language],
      costs: [
        WorthPage.Cost(
          credential: cma, name: "CMA (AAMA)", get: "$125", getGrade: .presumed,
          keep: Phrase("Not known", "No se sabe")[language], keepGrade: nil,
          remark: Phrase("Not known: renewal fee. Ask the body.", "No se sabe: renovación. Pregunte al organismo.")[
            language])
      ],
      costNote: Phrase("School is not counted.", "No se cuenta la escuela.")[language],
      notice: Phrase("Published figures, sample.", "Cifras publicadas, muestra.")[language])
  }
}
