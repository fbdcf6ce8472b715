/// Texts as the search compares them: small letters without accents, split where no letter or digit stands.
public enum SearchWords {
  /// Words beyond this length are cut: bytes.
  static let longest = 32

  /// The words of a text: "Inyección (IM)" is `inyeccion`, `im`.
  public static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { words.append(String(decoding: word.prefix(longest), as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39: word.append(UInt8(scalar.value))
      case 0x41...0x5A: word.append(UInt8(scalar.value + 32))
      // An apostrophe joins: "doctor's" is one word.
      case 0x27, 0x2019: continue
      case 0..<0x80: end()
      default:
        if let plain = plain[scalar] {
          word.append(plain)
        } else if isMark(scalar) {
          continue
        } else if scalar.properties.isAlphabetic {
          word.append(contentsOf: String(scalar).lowercased().utf8)
        } else {
          end()
        }
      }
    }
    end()
    return words
  }

  /// The words of a text with blanks between.
  public static func folded(_ text: String) -> String { split(text).joined(separator: " ") }

  /// A word without the ending of its plural, in either language, so that both numbers meet: `vaccines`, `inyecciones`.
  static func stem(_ word: String) -> String {
    guard word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return word }
    return String(word.dropLast(word.hasSuffix("iones") ? 2 : 1))
  }

  /// Accents as marks of their own, which stand after their letter.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  private static let plain: [Unicode.Scalar: UInt8] = {
    var found: [Unicode.Scalar: UInt8] = [:]
    for (letter, accented) in [
      ("a", "áàäâãåÁÀÄÂÃÅ"), ("e", "éèëêÉÈËÊ"), ("i", "íìïîÍÌÏÎ"), ("o", "óòöôõÓÒÖÔÕ"), ("u", "úùüûÚÙÜÛ"),
      ("n", "ñÑ"), ("c", "çÇ"),
    ] {
      for scalar in accented.unicodeScalars { found[scalar] = letter.utf8.first }
    }
    return found
  }()

  /// Words that say nothing about what is looked for, in both languages, folded.
  static let empty: Set<String> = [
    "a", "an", "the", "of", "to", "in", "is", "are", "do", "does", "can", "for", "and", "or", "on", "at", "by", "with",
    "what", "which", "who", "how", "when", "where", "i", "my", "me", "it", "be",
    "el", "la", "los", "las", "un", "una", "de", "del", "en", "y", "o", "es", "son", "que", "cual", "quien", "como",
    "cuando", "donde", "para", "por", "con", "se", "mi", "al", "lo", "su",
  ]
}
