import Services
import Vocabulary

/// What the forms about somebody who is coached were sent with.
struct CoachingEntry {
  var goal = ""
  var owner = ""
  var from = ""
  var day = Entered()
  var note = ""

  /// As it stands.
  init(_ plan: CoachingPlan) {
    goal = plan.goal ?? ""
    owner = plan.owner?.text ?? ""
    from = plan.reply?.from.rawValue ?? ""
    day = Entered(answer: plan.reply?.by.description, kind: .day)
  }

  /// Takes what a form says of the plan.
  mutating func take(_ form: Form) {
    goal = form["goal"] ?? ""
    owner = form["owner"] ?? ""
    from = form["from"] ?? ""
    day = Entered(day: form, "")
  }

  /// What it says, or what has to be written otherwise.
  func plan(_ language: Language) -> (plan: CoachingPlan?, error: FormError?) {
    var plan = CoachingPlan(goal: goal.isEmpty ? nil : goal)
    if !owner.isEmpty {
      guard let owner = Account.ID(text: owner) else {
        return (nil, FormError(field: "owner", message: CoachingWording.text(.noSuchOwner)[language]))
      }
      plan.owner = owner
    }
    let isDay = [day.month, day.day, day.year].contains { !$0.isEmpty }
    guard !from.isEmpty || isDay else { return (plan, nil) }
    guard let answerer = CoachingPlan.Answerer(rawValue: from) else {
      let message = Phrase("Pick who owes a reply", "Elija quién debe responder")
      return (nil, FormError(field: "from", message: message[language]))
    }
    guard let by = BirthdayFields.day(day) else {
      return (nil, FormError(field: "month", message: MemberVisit.noDay[language]))
    }
    plan.reply = CoachingPlan.Reply(from: answerer, by: by)
    return (plan, nil)
  }
}
