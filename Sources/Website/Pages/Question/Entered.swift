/// What stands in the fields of a question: the answer kept before, or what was just typed.
struct Entered: Sendable, Hashable {
  /// Ids picked, or the number typed.
  var values: [String] = []
  var month = ""
  var day = ""
  var year = ""
  var monthOnly = false
  var unknown = false

  init() {}

  /// The fields that give a kept answer.
  init(answer: String?, kind: QuestionPage.Kind) {
    guard let answer else { return }
    guard answer != QuestionPage.unknown else {
      unknown = true
      return
    }
    switch kind {
    case .yesNo, .choice, .number:
      values = [answer]
    case .several:
      values = answer.split(separator: ",").map(String.init)
    case .day:
      let parts = answer.split(separator: "-").map { Int($0).map(String.init) ?? String($0) }
      year = parts.first ?? ""
      month = parts.count > 1 ? parts[1] : ""
      day = parts.count > 2 ? parts[2] : ""
      monthOnly = parts.count == 2
    }
  }

  /// The fields as a form sent them.
  init(form: Form) {
    values = form.all("answer").map(trimmed)
    month = trimmed(form["month"] ?? "")
    day = trimmed(form["day"] ?? "")
    year = trimmed(form["year"] ?? "")
    monthOnly = form["month_only"] != nil
    unknown = form["unknown"] != nil || values == [QuestionPage.unknown]
  }
}

/// Without the blanks around it.
func trimmed(_ text: String) -> String {
  guard let first = text.firstIndex(where: { !$0.isWhitespace }),
    let last = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[first...last])
}
