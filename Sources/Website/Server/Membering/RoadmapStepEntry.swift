import Services
import Vocabulary

/// What the form of a step was sent with.
struct RoadmapStepEntry {
  let status: String
  let day: Entered
  let owner: String
  let said: String
  let note: String

  init(_ form: Form) {
    status = form["answer"] ?? ""
    day = Entered(form: form)
    owner = trimmed(form["owner"] ?? "")
    said = trimmed(form["said"] ?? "")
    note = trimmed(form["note"] ?? "")
  }

  /// A form that says nothing: which field, and what is expected.
  struct Unusable: Error {
    let field: String
    let expected: Phrase

    func shown(_ language: Language) -> FormError { FormError(field: field, message: expected[language]) }
  }

  /// What it says of a step.
  ///
  /// - Parameter shown: the day that stood in the form; left alone, it says nothing new.
  func statement(_ step: RoadmapStep, shown: CivilDate?) throws(Unusable) -> StepStatement {
    let isFailed = status == LiveRoadmaps.failed
    guard let said = isFailed ? .notBegun : RoadmapStep.Status(rawValue: status) else {
      throw Unusable(field: "answer", expected: Phrase("Pick one", "Elija una opción"))
    }
    let typed = try typedDay()
    // A certificate that is held is shown with its own day, not with the last day of the step.
    let isLeftAlone = typed == shown && said == step.status && !isFailed
    return StepStatement(
      status: said, day: isLeftAlone ? step.day : typed, owner: owner.isEmpty ? .person : .role(owner),
      said: self.said.isEmpty ? nil : self.said, note: note.isEmpty ? nil : note, isFailedExam: isFailed)
  }

  private func typedDay() throws(Unusable) -> CivilDate? {
    if day.year.isEmpty, day.month.isEmpty, day.day.isEmpty { return nil }
    guard let date = BirthdayFields.day(day) else {
      throw Unusable(
        field: "month",
        expected: Phrase(
          "Give month, day and a year with four digits, or leave all three empty",
          "Escriba día, mes y un año de cuatro cifras, o deje los tres vacíos"))
    }
    return date
  }
}
