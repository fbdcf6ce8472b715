import Rules
import Services
import Vocabulary

/// What the form of a day of externship was sent with.
struct ExternshipEntry {
  var when = Entered()
  var site = ""
  var preceptor = ""
  var hours = ""
  var skills: [ExternshipDay.Skill: String] = [:]
  var note = ""
  var isNoPatient = false

  init() {}

  init(_ form: Form) {
    when = Entered(day: form, "")
    site = oneLine(form["site"])
    preceptor = oneLine(form["preceptor"])
    hours = trimmed(form["hours"] ?? "")
    for skill in ExternshipDay.Skill.allCases {
      let typed = trimmed(form["skill-\(skill.rawValue)"] ?? "")
      if !typed.isEmpty { skills[skill] = typed }
    }
    note = oneLine(form["note"])
    isNoPatient = form["keep-text"] == "1"
  }

  init(_ day: ExternshipDay) {
    (when.month, when.day, when.year) = (String(day.day.month), String(day.day.day), String(day.day.year))
    (site, preceptor, hours) = (day.site, day.preceptor, day.hours.description)
    skills = day.skills.mapValues(String.init)
    note = day.note ?? ""
    isNoPatient = !day.patientSigns.isEmpty
  }

  /// What it says, or what has to be written otherwise.
  func draft(_ language: Language) -> (day: ExternshipDay?, errors: [FormError]) {
    var errors: [FormError] = []
    let day = BirthdayFields.day(when)
    if day == nil { errors.append(FormError(field: "month", message: MemberVisit.noDay[language])) }
    let amount = hours.isEmpty ? nil : Quantity(hours.replacing(",", with: "."))
    if amount == nil {
      errors.append(
        FormError(field: "hours", message: ExternshipWording.text(.hoursOutOfRange)[language]))
    }
    var counts: [ExternshipDay.Skill: Int] = [:]
    for (skill, typed) in skills {
      if let times = typed.utf8.count <= 4 ? Int(typed) : nil, times >= 0 {
        if times > 0 { counts[skill] = times }
      } else {
        errors.append(Self.error(.timesOutOfRange(skill), language))
      }
    }
    guard errors.isEmpty, let day, let amount else { return (nil, errors) }
    return (
      ExternshipDay(
        day: day, site: site, preceptor: preceptor, hours: amount, skills: counts, note: note.isEmpty ? nil : note), []
    )
  }

  static func error(_ problem: ExternshipDay.Problem, _ language: Language) -> FormError {
    let field =
      switch problem {
      case .dayAhead, .dayTooOld: "month"
      case .noSite: "site"
      case .noPreceptor: "preceptor"
      case .hoursOutOfRange: "hours"
      case .timesOutOfRange(let skill): "skill-\(skill.rawValue)"
      case .longNote: "note"
      }
    return FormError(field: field, message: ExternshipWording.text(problem)[language])
  }
}

/// What the form of a sign-off was sent with.
struct SignOffEntry {
  var answer = ""
  var declined = ""
  var name = ""
  var role = ""
  var consents = false
  var reference = ""

  init() {}

  init(_ form: Form) {
    answer = form["answer"] ?? ""
    declined = oneLine(form["declined"])
    name = oneLine(form["name"])
    role = oneLine(form["role"])
    consents = form["consent"] == "1"
    reference = oneLine(form["reference"])
  }
}

extension Entered {
  /// The three fields of a day, with what stands before their names.
  init(day form: Form, _ prefix: String) {
    self.init()
    month = trimmed(form[prefix + "month"] ?? "")
    day = trimmed(form[prefix + "day"] ?? "")
    year = trimmed(form[prefix + "year"] ?? "")
  }
}

/// Blanks and ends of lines in a row as one blank.
func oneLine(_ text: String?) -> String {
  (text ?? "").split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
}
