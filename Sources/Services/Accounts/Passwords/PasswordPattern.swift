/// How much of a password a guesser would have to guess, in characters: what repeats, what follows a keyboard or the alphabet,
/// and known words count for little.
struct PasswordPattern {
  /// What a known word counts, however long it is: there are a thousand or so.
  static let wordWeight = 2

  /// The words by their first character.
  private let words: [Character: [[Character]]]

  /// - Parameter words: in lower case, of 3 characters or more.
  init(words: [String]) { self.words = Dictionary(grouping: words.map(Array.init)) { $0[0] } }

  /// - Parameter text: in lower case. Digits and signs that stand for letters (`p@ssw0rd`) are read as these too.
  func weight(of text: String) -> Int {
    let characters = Array(text)
    let plain = characters.map { Self.meant[$0] ?? $0 }
    return min(weight(characters, readAs: characters), weight(characters, readAs: plain))
  }

  private func weight(_ characters: [Character], readAs plain: [Character]) -> Int {
    let length = Self.period(of: characters)
    let repeats = length < characters.count ? 1 : 0
    // The least weight of the characters before each place.
    var least = [Int](repeating: .max, count: length + 1)
    least[0] = 0
    for place in 0..<length {
      let isPredictable = place > 0 && Self.follows(characters[place - 1], characters[place])
      least[place + 1] = min(least[place + 1], least[place] + (isPredictable ? 0 : 1))
      for word in words[plain[place]] ?? [] where plain[place..<length].starts(with: word) {
        least[place + word.count] = min(least[place + word.count], least[place] + Self.wordWeight)
      }
    }
    return least[length] + repeats
  }

  /// The length of the part that the whole text repeats; the last time can be cut short.
  private static func period(of characters: [Character]) -> Int {
    guard characters.count >= 2 else { return characters.count }
    // At most half, as otherwise nothing is repeated.
    for length in 1...(characters.count / 2)
    where characters.indices.dropFirst(length).allSatisfy({ characters[$0] == characters[$0 - length] }) {
      return length
    }
    return characters.count
  }

  /// Whether a character is the same as the one before, or its neighbor in an order that everybody knows.
  private static func follows(_ first: Character, _ second: Character) -> Bool {
    first == second || neighbors[first]?.contains(second) == true
  }

  private static let orders = [
    "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop",
    "yxcvbnm", "qsdfghjklm", "wxcvbn", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "1qaz", "2wsx", "3edc", "4rfv",
    "5tgb", "6yhn", "7ujm", "qaz", "wsx", "edc", "rfv", "tgb", "yhn", "ujm", "147", "258", "369", "!@#$%^&*()",
  ]

  private static let neighbors: [Character: Set<Character>] = {
    var neighbors: [Character: Set<Character>] = [:]
    for order in orders {
      for (first, second) in zip(order, order.dropFirst()) {
        neighbors[first, default: []].insert(second)
        neighbors[second, default: []].insert(first)
      }
    }
    return neighbors
  }()

  private static let meant: [Character: Character] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
  ]
}
