/// Which of the packs in the program to read. Most of them are about states, and most questions name no state or one.
public enum Portion: Sendable, Hashable {
  /// Every pack with its worked examples.
  case everything
  /// Every pack without worked examples, which no answer needs.
  case answers
  /// Only the rules of credentials, and those of the states named: `us-wa`.
  case credentials(states: Set<String>)

  /// The credentials, and each state that a text names anywhere: in a person file, or in the name of a rule. So a state
  /// that the question needs is never left out; one too many does no harm.
  public static func naming(_ texts: [String]) -> Portion {
    var states: Set<String> = []
    for text in texts {
      let letters = Array(text.utf8)
      for i in letters.indices.dropLast(4) where letters[i...].starts(with: "us-".utf8) {
        states.insert(String(decoding: letters[i..<i + 5], as: UTF8.self))
      }
    }
    return .credentials(states: states)
  }

  /// Whether it holds the pack with this path, like `knowledge/credentials/aama/cma/fees.yaml`.
  func contains(_ path: String) -> Bool {
    switch self {
    case .everything: return true
    case .answers: return !path.hasSuffix(".cases.yaml")
    case .credentials(let states):
      if path.hasSuffix(".cases.yaml") { return false }
      let folders = path.split(separator: "/").dropFirst()
      switch folders.first {
      case "sources.yaml", "credentials", "accreditors": return true
      case "jurisdictions":
        // The register of sources and the catalog of tasks are for all states.
        return folders.count == 2 ? !states.isEmpty : states.contains(String(folders[folders.startIndex + 1]))
      default: return false
      }
    }
  }
}
