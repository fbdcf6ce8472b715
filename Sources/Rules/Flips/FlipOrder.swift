import Vocabulary

extension [Flip] {
  /// By size, earliest day, stable words. Of sets with a wait that differ only in a day nobody gave, the first: a walk
  /// from a later day names another one of the days that do.
  var ordered: [Flip] {
    var seen: Set<[String]> = []
    return map { ($0, $0.additions.map(\.description).joined(separator: "; ")) }
      .sorted { ($0.0.additions.count, $0.0.day, $0.1) < ($1.0.additions.count, $1.0.day, $1.1) }
      .map(\.0)
      .filter { $0.additions.last?.waitsUntil == nil || seen.insert($0.additions.map(\.shape)).inserted }
  }

  /// Without the flips whose new records say more than another flip needs, for no earlier day.
  var leanest: [Flip] {
    filter { flip in !contains { $0 != flip && $0.day <= flip.day && $0.isLeaner(than: flip) } }
  }
}

extension Flip {
  fileprivate func isLeaner(than other: Flip) -> Bool {
    guard additions.count == other.additions.count else { return false }
    return other.additions.allSatisfy { theirs in
      additions.contains { $0 == theirs || $0.isLeaner(than: theirs) }
    }
  }
}

extension Addition {
  /// The addition without the day that it supplies.
  fileprivate var shape: String {
    if case .supply(let id, let field, .day) = self { return "supply \(id) \(field.path)" }
    return description
  }

  /// A record of which less is said, and nothing else; or a shorter wait.
  fileprivate func isLeaner(than other: Addition) -> Bool {
    switch (self, other) {
    case (.complete(let mine), .complete(let theirs)):
      mine.id == theirs.id && mine.kind == theirs.kind
        && zip(mine.values, theirs.values).allSatisfy { $0 == .unknown || $0 == $1 }
    case (.wait(let mine), .wait(let theirs)): mine <= theirs
    default: false
    }
  }
}
