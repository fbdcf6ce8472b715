import Knowledge
import Rules
import Services
import Vocabulary

/// The page about wages and costs, filled from the services.
extension LiveService {
  public func worth(_ visit: Visit) async throws -> WorthPage.Value {
    let figures = LiveFigures(base, visit)
    let costs = try Comparer(base).compare(Evidence(records: []), inquiry(visit)).compactMap { cost($0, visit) }
    return WorthPage.Value(
      subject: figures.subject, note: figures.note("oews"), wages: figures.wages, wageSources: figures.wageSources,
      states: figures.states, outlook: figures.outlook, outlookNote: figures.note("projections"), costs: costs,
      costNote: Phrase(
        "The range of all routes: exam, renewal and yearly dues. School and courses are not counted.",
        "El intervalo de todas las vías: examen, renovación y cuotas anuales. No se cuentan escuela ni cursos.")[
          visit.language], notice: StatisticWording.notice[visit.language])
  }

  private func cost(_ comparison: Comparison, _ visit: Visit) -> WorthPage.Cost? {
    guard let path = CredentialPath(comparison.credential.id) else { return nil }
    let wording = LiveWording(visit.language, asOf: visit.today)
    let words = CompareText(visit.language, inquiry(visit))
    let unknown = Phrase("Not known: ask the body", "No se sabe: pregunte al organismo")[visit.language]
    let lacking = words.notKnown(comparison).map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }
    return WorthPage.Cost(
      credential: path, name: comparison.credential.mark, get: comparison.toGet?.text(visit.language) ?? unknown,
      getGrade: (comparison.toGet?.grade).map { wording.grade($0) },
      keep: comparison.toKeep?.text(visit.language) ?? Phrase("Not known", "No se sabe")[visit.language],
      keepGrade: (comparison.toKeep?.grade).map { wording.grade($0) }, remark: lacking)
  }
}

/// Figures of the statistics as the page shows them.
private struct LiveFigures {
  private let book: StatisticBook
  private let visit: Visit
  private let words: StatisticWording
  private let sources: LiveWording

  private static let percentiles = StatisticMeasure.annualPercentiles
  private static let outlooks: [StatisticMeasure] = [.growth, .jobsAtStart, .jobsAtEnd, .jobsChange, .openings]

  init(_ base: KnowledgeBase, _ visit: Visit) {
    book = StatisticBook(base)
    self.visit = visit
    words = StatisticWording(visit.language)
    sources = LiveWording(visit.language, asOf: visit.today)
  }

  func note(_ series: String) -> String { book.series(series)?.note[visit.language] ?? "" }

  var subject: String {
    guard let series = book.series("oews") else { return "" }
    let place = book.name(of: "us", in: series)?[visit.language] ?? "us"
    return "\(series.title[visit.language]) (\(series.occupation)), \(place)"
  }

  private var wageEditions: [(edition: StatisticEdition, standing: StatisticBook.Standing)] {
    guard let series = book.series("oews") else { return [] }
    return book.editions(of: series, asOf: visit.today).filter { entry in
      LiveFigures.percentiles.contains { book.cell(series.id, entry.edition.id, $0, "us") != .notLoaded }
    }
  }

  var wages: [WorthPage.Wage] {
    wageEditions.map { edition, standing in
      let cells = (LiveFigures.percentiles + [.meanAnnual, .employment]).map { book.cell("oews", edition.id, $0, "us") }
      return WorthPage.Wage(
        edition: edition.name[visit.language], mark: words.mark(standing),
        percentiles: cells.prefix(5).map { dollars($0) }, cells: cells.map { words.text($0) })
    }
  }

  var wageSources: [Citation] {
    citations(
      wageEditions.reversed().flatMap { entry in
        LiveFigures.percentiles.map { book.cell("oews", entry.edition.id, $0, "us") }
      })
  }

  var states: WorthPage.States? {
    guard let series = book.series("oews"),
      let edition = book.newestByState(.meanAnnual, of: series, asOf: visit.today)
    else { return nil }
    let standing = book.editions(of: series, asOf: visit.today).first { $0.edition == edition }?.standing
    let measures: [StatisticMeasure] = [.meanAnnual, .medianAnnual, .employment]
    func row(_ name: Phrase?, _ cells: [StatisticBook.Cell]) -> WorthPage.State {
      WorthPage.State(
        name: name?[visit.language] ?? "us", mean: cells.first.flatMap { dollars($0) },
        cells: cells.map { words.text($0) })
    }
    let country = row(
      book.name(of: "us", in: series), measures.map { book.cell(series.id, edition.id, $0, "us") })
    let places = book.byPlace(measures, edition, of: series)
    return WorthPage.States(
      edition: edition.name[visit.language], mark: standing.flatMap { words.mark($0) },
      rows: [country] + places.map { row($0.name, $0.cells) },
      sources: citations(places.flatMap(\.cells)))
  }

  var outlook: WorthPage.Table {
    let heads = [Phrase("Edition", "Edición")[visit.language]] + LiveFigures.outlooks.map { $0.name[visit.language] }
    guard let series = book.series("projections") else { return .init(heads: heads, lines: [], sources: []) }
    let editions = book.editions(of: series, asOf: visit.today).reversed()
    var shown: [StatisticBook.Cell] = []
    let lines = editions.map { edition, standing -> [String] in
      let cells = LiveFigures.outlooks.map { book.cell(series.id, edition.id, $0, "us") }
      shown += cells
      let grades = cells.compactMap { cell -> String? in if case .figure(let f) = cell { words.grade(f) } else { nil } }
      let marks = [words.mark(standing), words.released(edition), grades.first].compactMap(\.self)
      return ["\(edition.name[visit.language]) (\(marks.joined(separator: "; ")))"] + cells.map { words.text($0) }
    }
    return .init(heads: heads, lines: lines, sources: citations(shown))
  }

  private func dollars(_ cell: StatisticBook.Cell) -> Int? {
    if case .figure(let figure) = cell { figure.amount.map { $0.hundredths / 100 } } else { nil }
  }

  /// Each source once, in the order of the figures.
  private func citations(_ cells: [StatisticBook.Cell]) -> [Citation] {
    var seen: Set<String> = []
    return cells.flatMap { cell -> [Vocabulary.Citation] in
      if case .figure(let figure) = cell { figure.citations } else { [] }
    }
    .filter { seen.insert($0.source.key).inserted }
    .map { citation in
      sources.citation(citation, grade: citation.source.voice == .secondary ? .reported : nil)
    }
  }
}
