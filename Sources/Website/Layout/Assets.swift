import Cryptography
import HTML
import Vocabulary

/// A file of our own, compiled into the program.
struct Asset: Sendable {
  /// With the hash of the content, so that it can be kept for a year.
  let name: String
  let type: String
  let content: [UInt8]

  init(_ stem: String, _ suffix: String, type: String, _ content: [UInt8]) {
    let digits = Hex.text(SHA256.digest(of: content).bytes.prefix(6))
    name = "\(stem)-\(digits).\(suffix)"
    self.type = type
    self.content = content
  }

  var address: String { Address(.asset(name), .english).text }
}

/// All files the pages refer to.
enum Assets {
  static let stylesheet = Asset("fobwatch", "css", type: "text/css; charset=utf-8", styles.flatMap(\.self))
  static let favicon = Asset("favicon", "svg", type: "image/svg+xml; charset=utf-8", PackageResources.favicon_svg)
  /// Sends a paper in pieces. The only script; the page works without it.
  static let papers = Asset("papers", "js", type: "text/javascript; charset=utf-8", PackageResources.papers_js)
  /// The sample catalog of courses, as in `examples/`.
  static let sampleCourses = PackageResources.sample_courses_csv
  static let all = [stylesheet, favicon, papers]

  /// One file per component, tokens first; `@layer` makes the rest of the order harmless.
  private static let styles: [[UInt8]] = [
    PackageResources.tokens_css, PackageResources.base_css, PackageResources.layout_css, PackageResources.icon_css,
    PackageResources.masthead_css, PackageResources.footer_css, PackageResources.button_css, PackageResources.chip_css,
    PackageResources.card_css, PackageResources.strap_css, PackageResources.dial_css, PackageResources.steps_css,
    PackageResources.question_css, PackageResources.form_css, PackageResources.table_css, PackageResources.compare_css,
    PackageResources.tiles_css, PackageResources.paper_css, PackageResources.plot_css,
    PackageResources.tree_css, PackageResources.utilities_css, PackageResources.print_css,
  ]
}
