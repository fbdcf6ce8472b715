import Documents

/// The Swift source that holds the packs.
enum GeneratedSource {
  /// - Parameter programs: the list of programs as text; empty when there is none.
  static func text(of packs: [(path: String, node: Node)], programs: String) -> String {
    let encoded = NodeCodec.encode(packs)
    var digest = EditionDigest()
    digest.add(encoded.utf8)
    return """
      // Generated from knowledge/ while the program is built.
      extension EmbeddedKnowledge {
        public static let encoded: StaticString = "\(literal(encoded))"
        public static let edition: StaticString = "\(digest.text)"
        public static let programs: StaticString = "\(literal(programs))"
      }

      """
  }

  /// The text as it stands between the quotes of a Swift literal on one line.
  private static func literal(_ text: String) -> String {
    var literal = ""
    literal.reserveCapacity(text.utf8.count + text.utf8.count / 8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": literal += "\\\\"
      case "\"": literal += "\\\""
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal
  }
}
