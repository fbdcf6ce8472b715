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
  let used = markup.reduce(into: Set<String>()) { $0.formUnion(references(in: $1.text)) }
  let symbols = Icon.allCases.filter { used.contains("i-\($0.rawValue)") }.map(\.symbol)
  let patterns = Sign.allCases.compactMap(\.pattern).filter { used.contains($0.id) }.map(\.definition)
  let definitions: HTML = patterns.isEmpty ? "" : "<defs>\(patterns)</defs>"
  return "<svg class=\"sprite\" aria-hidden=\"true\">\(definitions)\(symbols)</svg>"
}

/// The names that stand after a `#` in a piece of markup, found in one pass: each page is looked through.
private func references(in markup: String) -> Set<String> {
  var names: Set<String> = []
  var rest = markup.utf8[...]
  while let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
    rest = rest[rest.index(after: mark)...]
    let name = rest.prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: ";") }
    rest = rest[name.endIndex...]
    names.insert(String(Substring(name)))
  }
  return names
}
