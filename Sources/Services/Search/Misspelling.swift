/// How far two words are apart: letters added, left out, changed or swapped with their neighbor.
enum Misspelling {
  /// How many slips are forgiven in a word: none up to three letters, one up to seven, then two.
  static func forgiven(_ length: Int) -> Int { length <= 3 ? 0 : length <= 7 ? 1 : 2 }

  /// The number of slips between two words, or nil if there are more than `most`.
  static func distance(_ a: [UInt8], _ b: [UInt8], atMost most: Int) -> Int? {
    guard abs(a.count - b.count) <= most else { return nil }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var line = [i + 1]
      line.reserveCapacity(b.count + 1)
      var least = i + 1
      for j in 0..<b.count {
        var steps = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, line[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { steps = min(steps, before[j - 1] + 1) }
        line.append(steps)
        least = min(least, steps)
      }
      // A swap can still lead from the line before.
      if least > most, (last.min() ?? 0) >= most { return nil }
      before = last
      last = line
    }
    let steps = last[b.count]
    return steps <= most ? steps : nil
  }

  /// One bit for each letter or digit that a word has: words few slips apart differ in few bits.
  static func letters(_ word: [UInt8]) -> UInt64 {
    word.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}
