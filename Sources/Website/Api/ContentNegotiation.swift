/// What a program wants, and what it sends.
enum ContentNegotiation {
  /// Whether a list of types takes JSON. The most exact entry that names it decides; no list takes everything.
  static func takesJSON(_ accept: String?) -> Bool {
    guard let accept, accept.contains(where: { !$0.isWhitespace }) else { return true }
    var best: (exactness: Int, quality: Double) = (-1, 0)
    for entry in accept.split(separator: ",") {
      let parts = entry.split(separator: ";").map { trimmed(String($0)).lowercased() }
      let exactness: Int
      switch parts.first {
      case "application/json": exactness = 2
      case "application/*": exactness = 1
      case "*/*", "*": exactness = 0
      default: continue
      }
      let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
      if exactness > best.exactness || (exactness == best.exactness && quality > best.quality) {
        best = (exactness, quality)
      }
    }
    return best.quality > 0
  }

  /// Whether a body is JSON in UTF-8, by its type.
  static func isJSON(_ type: String?) -> Bool {
    let parts = (type ?? "").split(separator: ";").map { trimmed(String($0)).lowercased() }
    guard parts.first == "application/json" else { return false }
    let charset = parts.dropFirst().first { $0.hasPrefix("charset=") }?.dropFirst(8).filter { $0 != "\"" }
    return charset == nil || charset == "utf-8"
  }
}
