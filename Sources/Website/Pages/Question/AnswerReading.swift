import Vocabulary

extension QuestionPage.Value {
  /// The answer a form gives, as it is kept, or what needs another look.
  func read(_ entered: Entered, _ language: Language) -> Result<String, Unread> {
    if entered.unknown { return .success(QuestionPage.unknown) }
    switch kind {
    case .yesNo:
      return pick(["yes", "no"], entered, language)
    case .choice(let choices):
      return pick(choices.map(\.id), entered, language)
    case .several(let choices):
      let picked = choices.map(\.id).filter(entered.values.contains)
      return .success(picked.isEmpty ? "none" : picked.joined(separator: ","))
    case .day:
      return day(entered, language)
    case .number(_, let most):
      guard let typed = entered.values.first, let number = wholeNumber(typed), number <= most else {
        return .failure(
          Unread(
            "answer", Phrase("Give a whole number from 0 to \(most)", "Escriba un número entero de 0 a \(most)"),
            language))
      }
      return .success(String(number))
    }
  }

  private func pick(_ ids: [String], _ entered: Entered, _ language: Language) -> Result<String, Unread> {
    guard let id = entered.values.first, ids.contains(id) else {
      return .failure(
        Unread("answer", Phrase("Pick one answer, or “I do not know”", "Elija una respuesta, o «No lo sé»"), language))
    }
    return .success(id)
  }

  private func day(_ entered: Entered, _ language: Language) -> Result<String, Unread> {
    guard let year = wholeNumber(entered.year), (1900...2199).contains(year) else {
      return .failure(
        Unread("year", Phrase("The year has four digits, like 2026", "El año tiene cuatro cifras, como 2026"), language)
      )
    }
    guard let month = wholeNumber(entered.month), (1...12).contains(month) else {
      return .failure(
        Unread("month", Phrase("The month is a number from 1 to 12", "El mes es un número del 1 al 12"), language))
    }
    if entered.monthOnly { return .success("\(year)-\(padded(month))") }
    guard let day = wholeNumber(entered.day), let date = CivilDate(year: year, month: month, day: day) else {
      let expected = Phrase(
        "That month has no such day. Give the day, or mark “I only know the month and year”",
        "Ese mes no tiene ese día. Escriba el día, o marque «Solo sé el mes y el año»")
      return .failure(Unread("day", expected, language))
    }
    return .success(date.description)
  }

  /// Digits, or digits in groups of three: 1,000 or 1.000 or 1 000. Nothing else, so that no fraction is misread.
  private func wholeNumber(_ text: String) -> Int? {
    let groups = text.split(omittingEmptySubsequences: false) { ",. \u{A0}".contains($0) }
    let isGrouped =
      groups.count == 1 || ((1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 })
    let digits = groups.joined()
    guard isGrouped, (1...6).contains(digits.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }
}

/// A form that gives no answer.
struct Unread: Error, Hashable {
  let errors: [FormError]

  init(_ field: String, _ message: Phrase, _ language: Language) {
    errors = [FormError(field: field, message: message[language])]
  }
}
