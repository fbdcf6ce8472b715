import Vocabulary

/// What somebody looks for in the list.
public struct ProgramSearch: Sendable, Hashable {
  /// The most characters of a search that count.
  static let longest = 100

  /// Words of the school, the city or the state, in any order; a letter may be wrong in a word of four or more, two
  /// in a word of eight or more. Empty: everything.
  public let text: String
  /// `CA`; nil: every state.
  public let state: String?

  public init(text: String = "", state: String? = nil) {
    self.text = text
    self.state = state
  }

  /// What fits, the closest first, then by school and place.
  public func results(in directory: ProgramDirectory) -> [ListedProgram] {
    let words = ProgramSearch.words(String(text.prefix(ProgramSearch.longest)))
    let found = directory.programs.compactMap { program -> (program: ListedProgram, distance: Int)? in
      if let state, program.state != state { return nil }
      guard let distance = distance(words, program) else { return nil }
      return (program, distance)
    }
    return found.sorted { a, b in
      (a.distance, a.program.school, a.program.place, a.program.id)
        < (b.distance, b.program.school, b.program.place, b.program.id)
    }.map(\.program)
  }

  /// How far the words are from the program; nil when one of them is nowhere.
  private func distance(_ words: [[Character]], _ program: ListedProgram) -> Int? {
    if words.isEmpty { return 0 }
    let own = ProgramSearch.words([program.school, program.parent ?? "", program.address].joined(separator: " "))
    var sum = 0
    for word in words {
      guard let best = own.compactMap({ ProgramSearch.distance(word, $0) }).min() else { return nil }
      sum += best
    }
    return sum
  }

  /// Small letters and digits, without accents.
  static func words(_ text: String) -> [[Character]] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { $0.map { plain[$0] ?? $0 } }
  }

  private static let plain: [Character: Character] = [
    "á": "a", "à": "a", "ä": "a", "é": "e", "è": "e", "í": "i", "ó": "o", "ö": "o", "ú": "u", "ü": "u", "ñ": "n",
  ]

  /// 0 for the beginning of a word, else how many letters are wrong; nil when too many are.
  static func distance(_ word: [Character], _ own: [Character]) -> Int? {
    if own.starts(with: word) { return 0 }
    let most = word.count < 4 || word.contains(where: \.isNumber) ? 0 : word.count < 8 ? 1 : 2
    guard most > 0, abs(word.count - own.count) <= most else { return nil }
    let edits = edits(word, own)
    return edits <= most ? edits : nil
  }

  /// Letters to put in, to leave out, to change, or to swap with the next one.
  private static func edits(_ a: [Character], _ b: [Character]) -> Int {
    var rows = [Array(0...b.count)]
    for i in 1...a.count {
      var row = [i]
      for j in 1...max(b.count, 1) where j <= b.count {
        var best = min(row[j - 1] + 1, rows[i - 1][j] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, rows[i - 2][j - 2] + 1) }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
