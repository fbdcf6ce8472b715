import Foundation
public import Knowledge
import Vocabulary

/// The workbooks that an installation imported: `statistics.json` in its data folder.
public struct StatisticsStore: Sendable {
  private struct Content: Codable {
    var workbooks: [ImportedWorkbook] = []
  }

  private let path: String
  private var file: DataFile<Content> { DataFile(path: path) }

  /// - Parameter data: the data folder; it is made when something is written.
  public init(data: String) { path = data + "/statistics.json" }

  /// All of them, in the order in which they were imported.
  ///
  /// - Throws: `EditingError.unreadable`.
  public func all() throws -> [ImportedWorkbook] { try file.read()?.workbooks ?? [] }

  /// Keeps a workbook in place of one of the same edition and scope. The file is replaced as a whole or not at all.
  func keep(_ workbook: ImportedWorkbook) throws {
    var content = try file.read() ?? Content()
    content.workbooks.removeAll {
      $0.series == workbook.series && $0.scope == workbook.scope && $0.year == workbook.year
    }
    content.workbooks.append(workbook)
    try file.write(content)
  }

  /// The packs with the imported figures in place of their own.
  ///
  /// - Throws: `EditingError.unreadable` when the file holds something that is no figure.
  public func applied(to base: KnowledgeBase) throws -> KnowledgeBase {
    var result = base
    for workbook in try all() {
      guard let series = base.series.first(where: { $0.id == workbook.series }) else { continue }
      guard let edition = workbook.edition, let figures = workbook.statistics(publisher: series.publisher) else {
        throw EditingError.unreadable(path)
      }
      result = result.adding([edition], figures)
    }
    return result
  }
}
