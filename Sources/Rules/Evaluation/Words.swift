extension Set<String> {
  /// Whether it contains a word: the few words that rules accept are compared sooner than one is hashed.
  func has(_ word: String) -> Bool { count > 4 ? contains(word) : contains { $0 == word } }
}
