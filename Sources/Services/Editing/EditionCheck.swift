public import Documents
public import Knowledge

/// Everything that is wrong with a folder of packs.
public enum EditionCheck {
  /// A folder as far as it could be read, with all faults at once: what does not load, what `PackLint` refuses, and
  /// worked examples that do not hold.
  public struct Result: Sendable {
    public let base: KnowledgeBase
    public let documents: [(path: String, node: Node)]
    /// Sorted by place; empty: nothing is wrong.
    public let faults: [Fault]
  }

  /// - Parameter runningCases: also run the worked examples; one that does not hold is a fault at its place.
  /// - Throws: `KnowledgeLoadError` when there is no such folder or no pack in it.
  public static func check(_ folder: String, runningCases: Bool = false) throws -> Result {
    let (documents, unread, digest) = try KnowledgeLoader.parse(folder)
    var (base, found) = KnowledgeReader.readLeniently(documents)
    base.edition = digest
    var faults = unread + found + PackLint.faults(in: documents, base: base)
    do {
      _ = try MutationSurvivors(documents: documents)
    } catch {
      faults += error.all
    }
    if runningCases, faults.isEmpty {
      let runner = CaseRunner(book: base.book)
      for example in base.cases {
        faults += runner.failures(of: example).map { Fault("\(example.name): \($0)", at: example.place) }
      }
    }
    return Result(base: base, documents: documents, faults: Faults(faults).all)
  }
}
