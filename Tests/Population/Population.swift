public import Rules
public import Vocabulary

/// Made-up people, as they might ask: always the same for a seed. For benchmarks and for tests that want many people.
public struct Population: Sendable {
  /// Why somebody asks.
  public enum Walk: String, Sendable, CaseIterable {
    /// In a program, or just out of one.
    case student
    /// Trained or worked elsewhere, often long ago.
    case careerChanger = "career changer"
    /// Works in a medical office, often without a program.
    case supportStaff = "support staff"
    /// Holds a certification, or held one.
    case holder
  }

  public struct Person: Sendable {
    public let walk: Walk
    public let evidence: Evidence

    /// Stated values, all records together: 12 to 60.
    public var facts: Int { Population.facts(evidence) }
  }

  public let people: [Person]

  /// - Parameters:
  ///   - count: how many people; at least 0.
  ///   - asOf: the day they ask.
  public init(_ count: Int, seed: UInt64 = 1, asOf: CivilDate) {
    var seeds = SplitMix64(seed: seed)
    people = (0..<count).map { _ in
      let own = seeds.next()
      let walk: Walk =
        switch seeds.next() % 10 {
        case ..<3: .student
        case ..<5: .careerChanger
        case ..<7: .supportStaff
        default: .holder
        }
      var life = LifeStory(seed: own, asOf: asOf)
      return Person(walk: walk, evidence: life.tell(walk))
    }
  }

  static func facts(_ evidence: Evidence) -> Int {
    evidence.records.reduce(0) { sum, record in sum + record.values.count { $0 != .unknown } }
  }
}
