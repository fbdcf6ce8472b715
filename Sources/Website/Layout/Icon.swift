import Foundation
import HTML

/// The pictures that stand in a line of text, next to a word and never instead of it.
enum Icon: String, CaseIterable {
  case met, due, unmet, review, unknown, likely, conflict, unlikely
  case why, source, card, calendar, document, learn, menu
  case back, go, print, globe, flip, flame, shield, pin

  /// The icon in a line, in the color of its text.
  var html: HTML {
    "<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><use href=\"#i-\(rawValue)\"/></svg>"
  }

  /// The icon at the head of a card.
  var big: HTML {
    "<svg class=\"i big\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><use href=\"#i-\(rawValue)\"/></svg>"
  }

  /// The drawing itself, for the sprite.
  var symbol: HTML {
    "<symbol id=\"i-\(rawValue)\" viewBox=\"0 0 24 24\">\(shape)</symbol>"
  }
}

/// The icons a piece of markup uses, and the patterns of its straps: drawn once, at the head of the page.
func sprite(for markup: HTML...) -> HTML {
  let used = markup.reduce(into: Set<String>()) { collectReferences(in: $1.bytes, into: &$0) }
  let symbols = Drawings.symbols.filter { used.contains($0.name) }.map(\.drawing)
  let patterns = Drawings.patterns.filter { used.contains($0.name) }.map(\.drawing)
  let definitions: HTML = patterns.isEmpty ? "" : "<defs>\(patterns)</defs>"
  return "<svg class=\"sprite\" aria-hidden=\"true\">\(definitions)\(symbols)</svg>"
}

/// All that can be drawn, by the name a page refers to it with.
private enum Drawings {
  static let symbols = Icon.allCases.map { (name: "i-\($0.rawValue)", drawing: $0.symbol) }
  static let patterns = Sign.allCases.compactMap(\.pattern).map { (name: $0.id, drawing: $0.definition) }
}

/// The names that stand after a `#` in a piece of markup, found in one pass: each page is looked through.
private func collectReferences(in markup: [UInt8], into names: inout Set<String>) {
  markup.withUnsafeBytes { markup in
    guard let start = markup.baseAddress else { return }
    var place = 0
    while let mark = memchr(start + place, Int32(UInt8(ascii: "#")), markup.count - place) {
      let name = markup[(start.distance(to: mark) + 1)...].prefix {
        $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: ";")
      }
      place = name.endIndex
      names.insert(String(decoding: name, as: UTF8.self))
    }
  }
}
