public import Rules
import Vocabulary

/// The few reasons that carry an answer, for places with room for one or two.
public struct Reasons {
  private let explanation: Explanation

  public init(_ explanation: Explanation) { self.explanation = explanation }

  /// The deepest named parts that decide, in order, each once: what is missing for "no", what is met for "yes".
  public func deciding(limit: Int) -> [Explanation] {
    var found: [Explanation] = []
    func walk(_ node: Explanation) {
      let below = node.deciding
      if below.isEmpty || node.joint == .leaf {
        if node.text != nil, !found.contains(where: { $0.text == node.text }) { found.append(node) }
        return
      }
      for child in below { walk(child) }
    }
    walk(explanation)
    return Array(found.prefix(limit))
  }
}
