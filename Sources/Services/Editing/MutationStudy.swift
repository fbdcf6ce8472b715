import Documents
public import Knowledge

/// Tries every mutant of a knowledge folder and counts what became of them.
public enum MutationStudy {
  /// How many mutants came to which end.
  public struct Tally: Sendable, Hashable, CustomStringConvertible {
    public var killed = 0
    public var refused = 0
    public var equivalent = 0
    public var excused = 0
    public var survived = 0

    /// None so far.
    public init() {}

    public var total: Int { killed + refused + equivalent + excused + survived }

    public var description: String {
      "\(total) changes: \(killed) noticed by a case, \(refused) refused when loading, \(equivalent) without effect, "
        + "\(excused) excused, \(survived) not noticed"
    }

    public static func += (a: inout Tally, b: Tally) {
      a.killed += b.killed
      a.refused += b.refused
      a.equivalent += b.equivalent
      a.excused += b.excused
      a.survived += b.survived
    }

    mutating func count(_ outcome: MutationRunner.Outcome) {
      switch outcome {
      case .killed: killed += 1
      case .refused: refused += 1
      case .equivalent: equivalent += 1
      case .excused: excused += 1
      case .survived: survived += 1
      }
    }
  }

  /// Reads a folder, its cases and its written survivors.
  ///
  /// - Throws: `Faults` of the folder or of the survivors file.
  public static func runner(folder: String) throws -> MutationRunner {
    let (documents, faults, _) = try KnowledgeLoader.parse(folder)
    if !faults.isEmpty { throw Faults(faults) }
    let (base, found) = KnowledgeReader.readLeniently(documents)
    if !found.isEmpty { throw Faults(found) }
    return MutationRunner(
      documents: documents, cases: base.cases, survivors: try MutationSurvivors(documents: documents))
  }

  /// Tries the mutants of one file.
  ///
  /// - Parameter show: called with a line for each mutant that no case notices, with nil for the others;
  ///   `false` stops.
  public static func run(_ runner: MutationRunner, _ file: String, show: (String?) -> Bool) -> Tally {
    var tally = Tally()
    runner.run(file) { mutant, outcome in
      tally.count(outcome)
      guard outcome == .survived else { return show(nil) }
      return show("\(mutant.file):\(mutant.line): \(mutant.change)\n    at \(mutant.place)")
    }
    return tally
  }
}
