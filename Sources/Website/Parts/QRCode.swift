import CQREncode
import HTML
import Vocabulary

/// An address as a QR code (ISO/IEC 18004), drawn as SVG: black on white in every color scheme, with the quiet zone that readers
/// need.
struct QRCode {
  /// Modules, row by row: true is dark.
  let rows: [[Bool]]

  /// With error correction of level M, which survives a stain of 15 %.
  ///
  /// - Returns: nil for a text that no code holds: more than 2,331 bytes, or with a zero byte.
  init?(_ text: String) {
    guard !text.isEmpty, !text.utf8.contains(0) else { return nil }
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    guard let data = code.pointee.data, width > 0 else { return nil }
    // The lowest bit of each byte is the module.
    rows = (0..<width).map { row in (0..<width).map { data[row * width + $0] & 1 == 1 } }
  }

  /// Modules of white around it.
  static let quiet = 4

  /// - Parameter label: what it is, for who cannot see it.
  func html(label: String) -> HTML {
    let size = rows.count + 2 * Self.quiet
    let path = rows.enumerated().flatMap { y, row in
      Self.runs(row).map { "M\($0.start + Self.quiet) \(y + Self.quiet)h\($0.length)v1h-\($0.length)z" }
    }.joined()
    return """
      <svg class="qr" viewBox="0 0 \(size) \(size)" role="img" aria-label="\(label)" shape-rendering="crispEdges">\
      <rect width="\(size)" height="\(size)" fill="#fff"/><path fill="#000" d="\(path)"/></svg>

      """
  }

  /// Dark modules of a row that stand side by side.
  private static func runs(_ row: [Bool]) -> [(start: Int, length: Int)] {
    var runs: [(start: Int, length: Int)] = []
    for (x, isDark) in row.enumerated() where isDark {
      if let last = runs.last, last.start + last.length == x {
        runs[runs.count - 1].length += 1
      } else {
        runs.append((x, 1))
      }
    }
    return runs
  }
}
