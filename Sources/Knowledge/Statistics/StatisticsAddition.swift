import Vocabulary

extension KnowledgeBase {
  /// The same with editions and figures of a workbook that an installation imported. An imported figure stands in place
  /// of the one in the packs. Figures of a series that the packs do not know are left out.
  public func adding(_ editions: [StatisticEdition], _ figures: [Statistic]) -> KnowledgeBase {
    var result = self
    for i in result.series.indices {
      let wanted = Set(figures.filter { $0.series == result.series[i].id }.map(\.edition))
      let known = Set(result.series[i].editions.map(\.id))
      result.series[i].editions += editions.filter { wanted.contains($0.id) && !known.contains($0.id) }
      result.series[i].editions.sort { $0.id < $1.id }
    }
    let names = Set(result.series.map(\.id))
    let added = figures.filter { names.contains($0.series) }
    func cell(_ figure: Statistic) -> [String] {
      [figure.series, figure.edition, figure.measure.rawValue, figure.geography]
    }
    let replaced = Set(added.map(cell))
    result.statistics = result.statistics.filter { !replaced.contains(cell($0)) } + added
    return result
  }
}
