import Continuing
import Rules
import Services
import Vocabulary

/// What somebody asks about a course. Nothing of it is kept.
struct EducationEntry {
  var day = Entered()
  var units = ""
  var category = ""
  /// Who approved it: several bodies, or nobody.
  var approved: [String] = []

  init() {}

  init(_ form: Form) {
    day = Entered(form: form)
    units = trimmed(form["units"] ?? "")
    category = trimmed(form["category"] ?? "")
    approved = form.all("approved").map(trimmed).filter { !$0.isEmpty }
  }

  /// The course, or what is wrong with the form.
  func course(_ language: Language, categories: [String], bodies: [String]) -> (course: Course?, errors: [FormError]) {
    var errors: [FormError] = []
    let date = BirthdayFields.day(day)
    if date == nil {
      let message = Phrase(
        "Give month, day and a year with four digits", "Escriba día, mes y un año de cuatro cifras")
      errors.append(FormError(field: "month", message: message[language]))
    }
    let amount = Quantity(units).flatMap { $0 > .zero && $0 <= Quantity(1000) ? $0 : nil }
    if amount == nil {
      let message = Phrase(
        "Give a number above 0 and up to 1000, like 1.5", "Escriba un número mayor que 0 y hasta 1000, como 1.5")
      errors.append(FormError(field: "units", message: message[language]))
    }
    let known = [category].filter { categories.contains($0) }
    let approvers = approved.filter { bodies.contains($0) }
    if approvers.contains("none"), approvers.count > 1 {
      let message = Phrase(
        "Pick who approved it, or nobody; both were picked", "Elija quién lo aprobó, o nadie; se eligieron ambos")
      errors.append(FormError(field: "approved", message: message[language]))
    }
    guard let date, let amount, errors.isEmpty else { return (nil, errors) }
    let course = Course(
      id: "asked", title: "", provider: "", day: date, hours: .zero, price: Money(cents: 0), units: amount,
      categories: known, approvedBy: approvers.isEmpty ? nil : approvers.filter { $0 != "none" })
    return (course, [])
  }
}

/// Continuing education of whoever is signed in.
extension MemberVisit {
  func educationPage() async throws -> Reply { try await education(EducationEntry(), nil, []) }

  func askAboutCourse(_ form: Form) async throws -> Reply {
    guard let live = site.service.education else { return noEducation }
    let entry = EducationEntry(form)
    let (course, errors) = entry.course(language, categories: live.categories, bodies: live.bodies)
    return try await education(entry, course, errors)
  }

  private func education(_ entry: EducationEntry, _ course: Course?, _ errors: [FormError]) async throws -> Reply {
    guard let live = site.service.education else { return noEducation }
    let versions = try await members.evidence.versions(of: person().person)
    let today = site.today()
    let found = live.value(Evidence(versions) { $0.utcDay }, course, language, today: today)
    let value = EducationPage(
      held: found.held, answers: found.answers, isAssumed: found.isAssumed, entry: entry, categories: live.categories,
      bodies: found.bodies, token: formToken, errors: errors)
    return page(value.page(language), status: errors.isEmpty ? 200 : 422)
  }

  private var noEducation: Reply { site.missing(Address(.member(.education), language)) }
}
