/// How much of a password a guesser would have to guess, in characters: what repeats, what follows a keyboard or the alphabet,
/// and known words count for little.
struct PasswordPattern {
  /// What a common word counts, however long it is: there are a thousand or so.
  static let wordWeight = 2

  private struct Word {
    let characters: [Character]
    let weight: Int
  }

  /// The words by their first character.
  private let words: [Character: [Word]]

  /// - Parameters:
  ///   - words: common words, in lower case, of 3 characters or more.
  ///   - own: words that count for nothing, since they stand beside the password: those of the address, say.
  init(words: [String], own: [String] = []) {
    let all =
      words.map { Word(characters: Array($0), weight: Self.wordWeight) }
      + own.map { Word(characters: Array($0), weight: 0) }
    self.words = Dictionary(grouping: all.filter { !$0.characters.isEmpty }) { $0.characters[0] }
  }

  /// - Parameter text: in lower case. Digits and signs that stand for letters (`p@ssw0rd`) are read as these too.
  func weight(of text: String) -> Int {
    let characters = Array(text)
    let plain = characters.map { Self.meant[$0] ?? $0 }
    let whole = min(weight(characters[...], readAs: characters), weight(characters[...], readAs: plain))
    let period = Self.period(of: characters)
    guard period < characters.count else { return whole }
    let part = characters.prefix(period)
    return min(whole, 1 + min(weight(part, readAs: characters), weight(part, readAs: plain)))
  }

  private func weight(_ characters: ArraySlice<Character>, readAs plain: [Character]) -> Int {
    let length = characters.count
    // The least weight of the characters before each place.
    var least = [Int](repeating: .max, count: length + 1)
    least[0] = 0
    for place in 0..<length {
      let isPredictable = place > 0 && Self.follows(characters[place - 1], characters[place])
      least[place + 1] = min(least[place + 1], least[place] + (isPredictable ? 0 : 1))
      for word in words[plain[place]] ?? [] where plain[place..<length].starts(with: word.characters) {
        let end = place + word.characters.count
        least[end] = min(least[end], least[place] + word.weight)
      }
    }
    return least[length]
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
