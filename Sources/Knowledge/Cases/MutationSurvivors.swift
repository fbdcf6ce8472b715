public import Documents

/// Mutants that no case can kill, each with its reason: `knowledge/mutation-survivors.yaml`.
///
/// ```yaml
/// survivors:
///   - file: credentials/aama/cma/examination.yaml
///     place: rules/[aama/cma/attempts]/requires/versions[1]     # as `rules cases --mutate` prints it; `*` stands for any text
///     change: 2020-01-01 → 2020-01-02
///     reason: why no case can tell the difference
/// ```
public struct MutationSurvivors: Sendable {
  /// One excused change, or several where `place` or `change` holds a `*`.
  public struct Excuse: Sendable, Hashable {
    public let file: String
    public let place: String
    public let change: String
    public let reason: String
    public let fault: Place
  }

  public private(set) var excuses: [Excuse] = []

  /// No excuses.
  public init() {}

  /// The name of the file below the knowledge folder.
  public static let fileName = "mutation-survivors.yaml"

  /// Reads the file among the documents of a folder; none: no excuses.
  ///
  /// - Throws: every fault of it: each entry needs file, place, change and a reason.
  public init(documents: [(path: String, node: Node)]) throws(Faults) {
    guard let document = documents.first(where: { $0.path == MutationSurvivors.fileName }) else { return }
    let faults = FaultList()
    let root = Fields(document.node, document.path, faults, what: "the survivors")
    for node in root?.list("survivors") ?? [] {
      guard let fields = Fields(node, document.path, faults, what: "a survivor") else { continue }
      let all = ["file", "place", "change", "reason"].map { key in
        fields.require(key, "a survivor").flatMap { fields.scalar($0, key) }
      }
      fields.finish("a survivor", known: ["file", "place", "change", "reason"])
      guard let file = all[0], let place = all[1], let change = all[2], let reason = all[3] else { continue }
      if reason.count < 10 { fields.fault("expected a reason in words") }
      let at = Place(file: document.path, line: node.line, column: node.column)
      excuses.append(Excuse(file: file, place: place, change: change, reason: reason, fault: at))
    }
    root?.finish("the survivors", known: ["survivors"])
    if !faults.all.isEmpty { throw Faults(faults.all) }
  }

  /// The excuse for a mutant, if one is written.
  public func excuse(for mutant: Mutant) -> Excuse? {
    excuses.first {
      $0.file == mutant.file && MutationSurvivors.matches($0.place, mutant.place)
        && MutationSurvivors.matches($0.change, mutant.change)
    }
  }

  /// Whether a text fits a pattern in which `*` stands for any text.
  static func matches(_ pattern: String, _ text: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return pattern == text }
    guard text.hasPrefix(parts[0]) else { return false }
    var rest = text.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }
}
