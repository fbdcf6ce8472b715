public import Documents
import Rules

/// Changes the rule files one thing at a time and looks whether a worked example notices.
public struct MutationRunner {
  /// What became of a mutant.
  public enum Outcome: Sendable, Equatable {
    /// A case failed: its name.
    case killed(by: String)
    /// The changed file does not load.
    case refused
    /// The change makes no difference to any rule: there is nothing to notice.
    case equivalent
    /// No case noticed, and the reason is written down.
    case excused(String)
    /// No case noticed.
    case survived
  }

  private let files: MutationFiles
  private let cases: [RuleCase]
  private let survivors: MutationSurvivors

  /// - Parameters:
  ///   - documents: the whole knowledge folder, parsed.
  ///   - cases: the worked examples of the folder; those that fail before any change are left out.
  public init(documents: [(path: String, node: Node)], cases: [RuleCase], survivors: MutationSurvivors) {
    files = MutationFiles(documents)
    self.cases = cases
    self.survivors = survivors
  }

  /// The rule files with a rule or a life whose path holds the given text, sorted; an empty text: all of them.
  public func ruleFiles(matching text: String) -> [String] {
    files.rules.keys.filter { text.isEmpty || $0.contains(text) }.sorted()
  }

  /// Every mutant of a rule file.
  public func mutants(of file: String) -> [Mutant] {
    files.rules[file].map { MutationMaker.mutants(of: $0, file: file) } ?? []
  }

  /// Tries the mutants of one file in order.
  ///
  /// - Parameter report: called after each one; `false` stops.
  public func run(_ file: String, report: (Mutant, Outcome) -> Bool) {
    guard let original = files.rules[file] else { return }
    let affected = files.affected(by: file)
    let book = read(file, original, affected).book
    let runner = CaseRunner(book: book)
    var examples = cases.filter { example in
      let rule = example.address.split(separator: "#").first.map(String.init) ?? example.address
      return files.file(ofRule: rule).map(affected.contains) ?? false && runner.failures(of: example).isEmpty
    }
    let fingerprints = MutationFingerprint.of(book)
    for mutant in MutationMaker.mutants(of: original, file: file) {
      let outcome = outcome(of: mutant, affected, &examples, fingerprints)
      if !report(mutant, outcome) { return }
    }
  }

  private func read(_ file: String, _ node: Node, _ affected: Set<String>) -> (book: RuleBook, isSound: Bool) {
    let documents = files.documents(for: affected, replacing: file, by: node)
    let (base, faults) = KnowledgeReader.readLeniently(documents)
    return (base.book, faults.isEmpty)
  }

  private func outcome(
    of mutant: Mutant, _ affected: Set<String>, _ examples: inout [RuleCase], _ fingerprints: [String: String]
  ) -> Outcome {
    let (book, isSound) = read(mutant.file, mutant.document, affected)
    if !isSound { return .refused }
    let runner = CaseRunner(book: book)
    if let i = examples.firstIndex(where: { !runner.failures(of: $0).isEmpty }) {
      // Neighbouring mutants tend to be noticed by the same case.
      let killer = examples.remove(at: i)
      examples.insert(killer, at: 0)
      return .killed(by: killer.name)
    }
    if MutationFingerprint.of(book) == fingerprints { return .equivalent }
    return survivors.excuse(for: mutant).map { .excused($0.reason) } ?? .survived
  }
}
