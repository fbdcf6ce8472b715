import HTML

/// One answer to pick.
public struct Choice: Sendable, Hashable {
  /// What is kept when it is picked: small letters, digits, hyphens, underscores.
  public let id: String
  public let text: String
  public let hint: String?

  public init(_ id: String, _ text: String, hint: String? = nil) {
    self.id = id
    self.text = text
    self.hint = hint
  }
}

/// Whether one or several choices of a list can be picked.
enum Picking: String {
  case one = "radio"
  case several = "checkbox"
}

/// One line to pick, the whole of it a target. `soft` is for "I do not know" and its like.
func choiceLine(
  _ choice: Choice, name: String, id: String, picking: Picking, checked: Bool, soft: Bool = false
) -> HTML {
  let mark: HTML = checked ? " checked" : ""
  let look: HTML = soft ? "choice soft" : "choice"
  let hint: HTML = choice.hint.map { "<span class=\"hint\">\($0)</span>" } ?? ""
  return """
    <label class="\(look)"><input type="\(picking.rawValue)" id="\(id)" name="\(name)" value="\(choice.id)"\(mark)> \
    <span>\(choice.text)</span>\(hint)</label>

    """
}

/// A list of lines. The first has the id `answer`, so that an error can lead to it.
func choiceLines(_ choices: [Choice], picking: Picking, entered: [String]) -> HTML {
  let lines = choices.enumerated().map { index, choice in
    choiceLine(
      choice, name: "answer", id: index == 0 ? "answer" : "answer-\(index + 1)", picking: picking,
      checked: entered.contains(choice.id))
  }
  return "\(lines)"
}
