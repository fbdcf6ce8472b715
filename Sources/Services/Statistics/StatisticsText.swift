public import Knowledge
public import Vocabulary

/// Figures as text for people.
public struct StatisticsText {
  private let book: StatisticBook
  private let language: Language
  private let wording: StatisticWording
  private let dates: DateWording
  private let asOf: CivilDate

  public init(_ base: KnowledgeBase, _ language: Language, asOf: CivilDate) {
    book = StatisticBook(base)
    self.language = language
    self.asOf = asOf
    wording = StatisticWording(language)
    dates = DateWording(language, asOf: asOf)
  }

  /// Every series for one place: one block an edition, newest first.
  ///
  /// - Parameters:
  ///   - geography: `us`, `us-wa`.
  ///   - edition: only this one; nil: all.
  public func render(_ geography: String, edition: String? = nil) -> String {
    var lines: [String] = []
    for series in book.base.series {
      let name = book.name(of: geography, in: series)
      lines += [
        "\(series.title[language]) (\(series.occupation)), \(name?[language] ?? geography)",
        series.name[language] + ". " + series.note[language],
      ]
      let editions = book.editions(of: series, asOf: asOf).reversed().filter {
        edition == nil || $0.edition.id == edition
      }
      var isEmpty = true
      for (edition, standing) in editions {
        let block = self.block(series, edition, standing, geography)
        if !block.isEmpty { isEmpty = false }
        lines += block
      }
      if isEmpty { lines += ["", "  " + wording.text(.notLoaded)] }
      lines.append("")
    }
    return (lines + [StatisticWording.notice[language]]).joined(separator: "\n")
  }

  private func block(
    _ series: StatisticSeries, _ edition: StatisticEdition, _ standing: StatisticBook.Standing, _ geography: String
  ) -> [String] {
    let figures = StatisticMeasure.allCases.compactMap { measure -> Statistic? in
      if case .figure(let figure) = book.cell(series.id, edition.id, measure, geography) { figure } else { nil }
    }
    guard !figures.isEmpty else { return [] }
    let marks = [wording.mark(standing), wording.released(edition)].compactMap(\.self).joined(separator: "; ")
    var lines = ["", "\(edition.name[language]) (\(edition.id)): \(marks)"]
    lines += Columns.aligned(
      figures.map { ["  " + $0.measure.name[language], wording.text($0)] + [wording.grade($0)].compactMap(\.self) })
    var seen: Set<String> = []
    for citation in figures.flatMap(\.citations) where seen.insert(citation.source.key).inserted {
      lines.append("  " + wording.source(citation))
    }
    return lines
  }

  /// What an import did.
  public func render(_ result: StatisticsImport.Result) -> String {
    let (file, edition) = (result.workbook.file, result.edition.name)
    var lines = [
      Phrase(
        "\(file): \(edition.en). Places: \(result.workbook.values.count). Figures: \(result.count).",
        "\(file): \(edition.es). Lugares: \(result.workbook.values.count). Cifras: \(result.count).")[language]
    ]
    for (before, now) in result.changed {
      lines.append(
        "  \(now.geography) \(now.measure.name[language]): \(wording.text(before)) → \(wording.text(now))")
    }
    return lines.joined(separator: "\n")
  }
}

extension StatisticWording {
  /// Publisher, title, address, age, and the day it was read.
  public func source(_ citation: Citation) -> String {
    let source = citation.source
    let read = Phrase("Read ", "Leído el ")[language] + DateWording(language).day(source.retrieved)
    return ["\(source.publisher): \(source.title[language]).", source.url, source.age[language], read + "."]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
