public import Continuing
import Rules
import Vocabulary

extension EducationText {
  /// A set of courses: each with its day, price, time, and where it counts; then what is proved of it.
  public func plan(_ plan: CoursePlan, _ ledger: Education.Ledger) -> String {
    var lines: [String] = []
    for chosen in plan.chosen { lines += self.chosen(chosen) }
    lines += sum(plan)
    lines += words.remarks(plan, ledger)
    return (lines + closing(ledger)).joined(separator: "\n")
  }

  private func chosen(_ chosen: CoursePlan.Chosen) -> [String] {
    let course = chosen.course
    let hours = EducationWording.hours(course.hours)[language]
    var lines = ["\(words.when(course)): \(course.id) \(course.title), \(course.price), \(hours)"]
    var seen: Set<String> = []
    for place in chosen.places {
      let text = words.mark(place.credential) + " " + words.counts(place)
      if seen.insert(text).inserted { lines.append("  " + text) }
    }
    return lines
  }

  private func sum(_ plan: CoursePlan) -> [String] {
    if plan.held.isEmpty {
      return [Phrase("No duty can be planned.", "No hay un deber que se pueda planear.")[language]]
    }
    guard plan.answer.chosen != nil else { return [words.proof(plan)] + words.shortfalls(plan).map { "  " + $0 } }
    if plan.chosen.isEmpty {
      return [
        Phrase("Nothing is missing: no course is needed.", "No falta nada: no hace falta ningún curso.")[language]
      ]
    }
    return [words.sum(plan), "\(words.proof(plan)) \(words.looked(plan)).", words.confirmation(plan)]
  }
}
