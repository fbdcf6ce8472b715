public import Knowledge
import Vocabulary

/// Everything loaded, ready to be searched. It is made once and does not change.
public struct SearchIndex: Sendable {
  /// Where a word of an entry stands; what it weighs there.
  enum Field: Int, Sendable {
    case text = 1
    case alias = 3
    case title = 4
    case state = 5
  }

  struct Posting: Sendable {
    let entry: Int
    let field: Field
  }

  public let entries: [SearchEntry]
  /// The glossary's words that mean several things, by folded name.
  let colliding: [String: [GlossaryEntry]]
  /// Folded titles and aliases, and whose they are.
  let names: [String: [Int]]
  /// Every word that stands somewhere, in order.
  let words: [String]
  let bytes: [[UInt8]]
  let letters: [UInt64]
  let postings: [[Posting]]

  /// - Parameter programs: the list of programs, to be found by school and place; nil: none.
  public init(_ base: KnowledgeBase, programs: ProgramDirectory? = nil) {
    entries = SearchEntries(base, programs: programs).all
    var names: [String: [Int]] = [:]
    var found: [String: [Int: Field]] = [:]
    func add(_ text: String, _ field: Field, _ entry: Int) {
      for word in SearchWords.split(text).map(SearchWords.stem)
      where (found[word]?[entry]?.rawValue ?? 0) < field.rawValue {
        found[word, default: [:]][entry] = field
      }
    }
    for (i, entry) in entries.enumerated() {
      for text in [entry.text.en, entry.text.es] { add(text, .text, i) }
      for text in entry.aliases { add(text, .alias, i) }
      // A source is read for what it says, and found after what was taken from it.
      for text in [entry.title.en, entry.title.es] { add(text, entry.kind == .source ? .text : .title, i) }
      for text in entry.state { add(text, .state, i) }
      for name in Set(([entry.title.en, entry.title.es] + entry.aliases).map(SearchWords.folded)) {
        if entry.kind != .stateTask { names[name, default: []].append(i) }
      }
    }
    self.names = names
    words = found.keys.sorted()
    bytes = words.map { Array($0.utf8) }
    letters = bytes.map(Misspelling.letters)
    postings = words.map { word in
      (found[word] ?? [:]).map { Posting(entry: $0.key, field: $0.value) }.sorted { $0.entry < $1.entry }
    }
    colliding = Dictionary(
      grouping: base.shelf.glossary.filter { $0.also != nil }.flatMap { entry in
        // Of the aliases only letters are asked about: "CPT", not "RCP card".
        let letters = entry.aliases.filter { $0.count <= 4 && $0 == $0.uppercased() }
        return Set(([entry.term.en, entry.term.es] + letters).map(SearchWords.folded)).map { ($0, entry) }
      }
    ) { $0.0 }.mapValues { $0.map(\.1) }
  }

  /// The words of the index that a searched word stands for, each with how well it fits: 1 to 100.
  func matches(_ word: String) -> [(word: Int, fit: Int)] {
    var found: [(word: Int, fit: Int)] = []
    var i = start(of: word)
    let exact = i < words.count && words[i] == word
    while i < words.count, words[i].hasPrefix(word) {
      if words[i] == word { found.append((i, 100)) } else if word.utf8.count >= 3 { found.append((i, 60)) }
      i += 1
    }
    if exact { return found }
    let own = Array(word.utf8)
    let forgiven = Misspelling.forgiven(own.count)
    guard forgiven > 0 else { return found }
    let mask = Misspelling.letters(own)
    for i in words.indices where abs(bytes[i].count - own.count) <= forgiven {
      guard (letters[i] ^ mask).nonzeroBitCount <= 2 * forgiven, !words[i].hasPrefix(word) else { continue }
      guard let slips = Misspelling.distance(own, bytes[i], atMost: forgiven) else { continue }
      // A word of the index that is long enough to be meant by so many slips.
      if slips <= Misspelling.forgiven(max(bytes[i].count, own.count)) { found.append((i, slips == 1 ? 40 : 20)) }
    }
    return found
  }

  /// The place of the first word that is not before another.
  private func start(of word: String) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
