public import Knowledge
import Vocabulary

/// What was found for some words.
public struct SearchAnswer: Sendable {
  public struct Hit: Sendable, Hashable {
    public let entry: SearchEntry
    /// The whole question is a name of it.
    public let isExact: Bool
  }

  /// The question as it was understood: cut to `SearchIndex.longestQuestion` characters.
  public let question: String
  /// Words of the glossary with several meanings, if the question is one: which is meant?
  public let which: [GlossaryEntry]
  /// The best first.
  public let hits: [Hit]
}

extension SearchIndex {
  /// Letters of a question that are read.
  public static let longestQuestion = 120
  /// Words of a question that are read.
  static let mostWords = 8

  /// Looks for words in either language, whatever their accents, forgiving slips.
  ///
  /// Entries that have all words come first, then by how well the words fit, how rare they are and where they stand; the
  /// same question has the same answer. What one state says is found only if the state is named.
  ///
  /// - Parameter most: how many hits at most.
  public func search(_ question: String, most: Int = 24) -> SearchAnswer {
    let question = String(question.prefix(Self.longestQuestion))
    let all = SearchWords.split(question)
    let telling = all.filter { !SearchWords.empty.contains($0) }
    var seen: Set<String> = []
    let asked = (telling.isEmpty ? all : telling).map(SearchWords.stem).filter { seen.insert($0).inserted }.prefix(
      Self.mostWords)
    let folded = all.joined(separator: " ")
    let exact = Set(names[folded] ?? [])

    var score = [Int](repeating: 0, count: entries.count)
    var matched = [Int](repeating: 0, count: entries.count)
    var hasState = [Bool](repeating: false, count: entries.count)
    for word in asked {
      var best: [Int: Int] = [:]
      for (place, fit) in matches(word) {
        let rarity = 1 + (entries.count / postings[place].count).bitWidthUsed
        for posting in postings[place] {
          let points = fit * posting.field.rawValue * rarity
          if points > best[posting.entry] ?? 0 { best[posting.entry] = points }
          if posting.field == .state { hasState[posting.entry] = true }
        }
      }
      for (entry, points) in best {
        score[entry] += points
        matched[entry] += 1
      }
    }
    let found = entries.indices.filter {
      exact.contains($0) || matched[$0] > 0 && (entries[$0].state.isEmpty || hasState[$0])
    }
    let full = found.map { matched[$0] }.max() ?? 0
    var kept = found.filter { exact.contains($0) || matched[$0] == full }
    if kept.count < 4, full > 1 {
      kept += found.filter { !exact.contains($0) && matched[$0] == full - 1 && entries[$0].state.isEmpty }
    }
    let order = SearchEntry.Kind.allCases
    func rank(_ i: Int) -> (Int, Int, Int, Int) {
      let kind = order.firstIndex(of: entries[i].kind) ?? 0
      // Among things of the same name, what it is decides.
      return exact.contains(i) ? (0, kind, -score[i], 0) : (1, -matched[i], -score[i], kind)
    }
    let ranked = kept.map { (index: $0, rank: rank($0)) }.sorted { a, b in
      if a.rank != b.rank { return a.rank < b.rank }
      let (first, second) = (entries[a.index], entries[b.index])
      return (first.title.en, first.id) < (second.title.en, second.id)
    }
    return SearchAnswer(
      question: question, which: colliding[folded] ?? [],
      hits: ranked.prefix(most).map { SearchAnswer.Hit(entry: entries[$0.index], isExact: exact.contains($0.index)) })
  }
}

extension Int {
  /// How many binary digits the number has.
  fileprivate var bitWidthUsed: Int { Int.bitWidth - leadingZeroBitCount }
}
