public import Continuing
import Rules
import Vocabulary

/// Words for whether a course counts, the same on the terminal and on pages.
extension EducationWording {
  /// "counts, 2.5 points, general, approved by AAMA".
  public func told(_ told: Acceptance) -> String {
    var text = EducationWording.answer(told.answer)[language]
    if told.count.isZero { return text }
    text += ", " + amount(told.count.total, told.duty)
    if let category = told.category, told.count.each.contains(where: { $0 > .zero }) {
      text += ", " + EducationWording.category(category)[language]
    }
    if told.count.approved > .zero { text += ", " + part(.approved, told.duty) }
    return text
  }

  /// What is told of a credential without a duty that could be counted; nil: it has one.
  public func untold(_ credential: HeldCredential) -> (answer: Acceptance.Answer, reasons: [String])? {
    guard credential.duties.isEmpty else { return nil }
    if credential.isOver {
      return (
        .doesNotCount, [Phrase("the certification is not current", "la certificación no está vigente")[language]]
      )
    }
    if credential.gaps.isEmpty {
      return (.notKnown, [Phrase("no duty is known", "no se conoce un deber")[language]])
    }
    return (.notKnown, credential.gaps.map(gap))
  }

  /// What is missing once every activity without a category is put where it helps most; nil: each has one.
  public func open(_ standing: EducationStanding) -> String? {
    if standing.openCategories == 0 { return nil }
    let missing = amount(Quantity(hundredths: standing.best.missing), standing.duty)
    return Phrase(
      "\(standing.openCategories) without a category on record; put as well as can be, \(missing) are missing",
      "\(standing.openCategories) sin categoría registrada; en la mejor distribución faltan \(missing)")[language]
  }
}
