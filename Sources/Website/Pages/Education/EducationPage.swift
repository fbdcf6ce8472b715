import HTML
import Services
import Vocabulary

/// Somebody's continuing education: what each certification asks for, and whether a course would count.
struct EducationPage {
  struct Bar {
    let name: String
    /// "6.5 of 60".
    let text: String
    let earned: Int
    let needed: Int
  }

  struct Duty {
    let days: String
    let grade: String
    let verdict: String
    let text: String?
    let bars: [Bar]
    /// What is missing once activities without a category are put where they help most.
    let open: String?
    let source: String?
  }

  struct Held {
    /// "CMA (AAMA)".
    let name: String
    let isOver: Bool
    let duties: [Duty]
    let gaps: [String]
  }

  /// Whether a course counts for one duty.
  struct Told {
    let name: String
    let text: String
    /// Nil: no duty is known.
    let days: String?
    let reasons: [String]
    let source: String?
  }

  let held: [Held]
  var answers: [Told] = []
  /// Whether it is assumed that the record names every certification.
  var isAssumed = false
  let entry: EducationEntry
  let categories: [String]
  let bodies: [String]
  let token: String?
  var errors: [FormError] = []

  static let title = Phrase("Your continuing education", "Su educación continua")

  func page(_ language: Language) -> Page {
    let body: HTML =
      held.isEmpty
      ? "<p class=\"lead\">\(Self.none[language])</p>\n"
      : "\(answered(language))\(held.map { card($0, language) })\(CoursesForm(token: token).html(language))\(form(language))"
    return Page(
      title: Self.title[language], address: Address(.member(.education), language), isCompact: true, isPersonal: true,
      body: """
        \(crumb(Phrase("Your account", "Su cuenta")[language], .member(.account), language))\
        <div class="stack measure">\(errorSummary(errors, language))<h1>\(Self.title[language])</h1>\(body)\
        \(assumption(language))<p class="fine">\(VerdictWording.notice[language])</p></div>

        """)
  }

  static let assumed = Phrase(
    "Assumed: your record names every certification you were given.",
    "Se supone que su expediente nombra todas las certificaciones que le dieron.")

  private func assumption(_ language: Language) -> HTML {
    isAssumed ? "<p class=\"fine\">\(Self.assumed[language])</p>" : ""
  }

  static let none = Phrase(
    "Your record has no certification yet, so nothing is asked of you here.",
    "Su expediente aún no tiene una certificación, así que aquí no se le pide nada.")

  private func card(_ held: Held, _ language: Language) -> HTML {
    let over = Phrase("Not current.", "No vigente.")[language]
    let duties = held.duties.map { duty -> HTML in
      let text: HTML = duty.text.map { "<p>\($0)</p>" } ?? ""
      let open: HTML = duty.open.map { "<p>\($0)</p>" } ?? ""
      return """
        <h3>\(duty.verdict)</h3><p class="fine">\(duty.days)\(duty.grade)</p>\(text)\
        <dl class="facts">\(duty.bars.map { bar($0, held.name) })</dl>\(open)\(source(duty.source))
        """
    }
    let gaps = held.gaps.map { gap -> HTML in "<p>\(gap)</p>" }
    let state: HTML = held.isOver ? "<p>\(over)</p>" : ""
    return "<section class=\"card stack tight\"><h2>\(held.name)</h2>\(state)\(duties)\(gaps)</section>\n"
  }

  private func bar(_ bar: Bar, _ credential: String) -> HTML {
    """
    <div><dt>\(bar.name)</dt><dd>\(bar.text) <meter min="0" max="\(String(max(1, bar.needed)))" \
    value="\(String(bar.earned))" aria-label="\(credential), \(bar.name)">\(bar.text)</meter></dd></div>
    """
  }

  private func source(_ text: String?) -> HTML { text.map { "<p class=\"fine\">\($0)</p>" } ?? "" }

  private func answered(_ language: Language) -> HTML {
    if answers.isEmpty { return "" }
    let title = Phrase("Would this course count?", "¿Contaría este curso?")[language]
    let rows = answers.map { told -> HTML in
      let reasons = told.reasons.map { reason -> HTML in "<p>\(reason)</p>" }
      return """
        <li class="card stack tight"><h3>\(told.name): \(told.text)</h3>\(source(told.days))\
        \(reasons)\(source(told.source))</li>

        """
    }
    return "<section class=\"stack\"><h2>\(title)</h2><ul role=\"list\" class=\"stack\">\(rows)</ul></section>\n"
  }

  private func form(_ language: Language) -> HTML {
    let title = Phrase("Ask about a course before you take it", "Pregunte por un curso antes de tomarlo")[language]
    let unknown = Phrase("Not known", "No se sabe")[language]
    let legend = Phrase("The day it ends", "El día en que termina")[language]
    let day = DateFields(
      month: entry.day.month, day: entry.day.day, year: entry.day.year, errors: errors, describedBy: nil)
    let words = categories.map { ($0, EducationWording.category($0)[language]) }
    let approvers = bodies.map { body -> (String, String) in
      switch body {
      case "other": (body, Phrase("Somebody else", "Otra organización")[language])
      case "none": (body, Phrase("Nobody", "Nadie")[language])
      default: (body, body.uppercased())
      }
    }
    let form = MemberForm(
      action: .education, token: token, button: Phrase("Ask", "Preguntar"),
      fields: [
        "<fieldset class=\"stack tight\"><legend>\(legend)</legend>\(day.html(language))</fieldset>\n",
        Field(
          name: "units", label: Phrase("Points, credits or contact hours", "Puntos, créditos u horas de contacto"),
          hint: Phrase("As its provider says: 1.5", "Como lo dice quien lo da: 1.5"), value: entry.units, errors: errors
        ).html(language),
        Picker(
          name: "category", label: Phrase("Category", "Categoría"), options: [("", unknown)] + words,
          picked: entry.category
        ).html(language),
        approval(approvers, language),
      ])
    return "<section class=\"stack mt-5\"><h2>\(title)</h2>\(form.html(language))</section>\n"
  }

  /// Who approved it: nothing picked says nothing.
  private func approval(_ approvers: [(String, String)], _ language: Language) -> HTML {
    let legend = Phrase("Approved by (none picked: not known)", "Aprobado por (sin elegir: no se sabe)")[language]
    let lines = approvers.enumerated().map { number, approver in
      choiceLine(
        Choice(approver.0, approver.1), name: "approved", id: number == 0 ? "approved" : "approved-\(approver.0)",
        picking: .several, checked: entry.approved.contains(approver.0))
    }
    let error = errors.first { $0.field == "approved" }
    let look: HTML = error == nil ? "stack tight" : "stack tight bad"
    return """
      <fieldset class="\(look)"><legend>\(legend)</legend>\(errorMessage(error))\(lines)</fieldset>

      """
  }
}
