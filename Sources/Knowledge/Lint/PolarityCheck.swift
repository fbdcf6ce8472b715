import Documents
import Rules

/// One kind of evidence has one polarity in a rule and in the rules it refers to: the search for what would change an
/// answer rests on it.
enum PolarityCheck {
  private struct Use {
    let reading: Polarity.Reading
    let polarity: Polarity
    let place: String
  }

  static func faults(_ book: RuleBook) -> [Fault] {
    book.rules.indices.flatMap { index in
      let root = book.rules[index].root
      guard book.requirements.indices.contains(root), book.requirements[root].rule == index else { return [Fault]() }
      return clashes(uses(below: root, book))
    }
  }

  private static func uses(below root: Requirement.ID, _ book: RuleBook) -> [Use] {
    var seen: Set<Requirement.ID> = []
    var found: [Use] = []
    func walk(_ id: Requirement.ID) {
      guard seen.insert(id).inserted else { return }
      let requirement = book.requirements[id]
      if case .leaf(let leaf) = requirement.word {
        found += Polarity.readings(of: leaf, book).map { Use(reading: $0, polarity: $1, place: requirement.place) }
      }
      for child in book.children(of: id) where child != requirement.appliesWhen { walk(child) }
    }
    walk(root)
    return found
  }

  private static func clashes(_ uses: [Use]) -> [Fault] {
    let upward = uses.filter { $0.polarity == .upward }
    return uses.filter { $0.polarity == .downward }.compactMap { harm in
      upward.first { $0.reading.overlaps(harm.reading) }.map { help in
        let message =
          "more \(harm.reading.name) evidence harms here and helps at \(help.place): "
          + "one kind of evidence has one direction in a rule; narrow the words or split the rule"
        return Fault(message, at: Place(harm.place))
      }
    }
  }
}
