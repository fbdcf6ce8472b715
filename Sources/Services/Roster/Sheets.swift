public import Foundation

/// Sheets by what their bytes are, whatever the name of the file.
public enum Sheets {
  /// - Throws: `SheetRefusal` for what is neither text with commas nor a workbook.
  public static func read(_ data: Data) throws(SheetRefusal) -> any SheetSource {
    XLSXSheet.looksLike(data) ? try XLSXSheet(data) : try CSVSheet(data)
  }
}
