import HTML
import Vocabulary

/// A form of people with accounts: fields, what is wrong with them, one button.
struct MemberForm {
  let action: MemberRoute
  /// See `MemberVisit.formToken`.
  let token: String?
  let button: Phrase
  var look: StaticString = "btn"
  /// What goes along unseen.
  var hidden: [(name: String, value: String)] = []
  /// A word for those who hear and do not see what the button is about.
  var about: String?
  var fields: [HTML] = []

  func html(_ language: Language) -> HTML {
    let carried = hidden.map { name, value -> HTML in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
    let proof: HTML = token.map { "<input type=\"hidden\" name=\"form\" value=\"\($0)\">" } ?? ""
    let more: HTML = about.map { "<span class=\"vh\">: \($0)</span>" } ?? ""
    return """
      <form class="stack" action="\(url: Address(.member(action), language).text)" method="post" novalidate>\
      \(proof)\(carried)\(fields)
      <button class="\(look.description)" type="submit">\(button[language])\(more)</button></form>

      """
  }
}

/// A field of a form.
struct Field {
  /// What is typed.
  enum Kind {
    case text, email, presentPassword, newPassword, code, lines
  }

  let name: String
  let label: Phrase
  var kind = Kind.text
  /// Distinct on a page with several forms.
  var id: String?
  var hint: Phrase?
  /// What was typed; never a password.
  var value = ""
  var errors: [FormError] = []

  func html(_ language: Language) -> HTML {
    let id = id ?? name
    let error = errors.first { $0.field == id }
    let marks = [error.map { "\($0.field)-error" }, hint.map { _ in "\(id)-hint" }].compactMap(\.self)
    let described: HTML = marks.isEmpty ? "" : " aria-describedby=\"\(marks.joined(separator: " "))\""
    let state: HTML = error == nil ? "" : " aria-invalid=\"true\""
    let help: HTML = hint.map { "<span class=\"hint\" id=\"\(id)-hint\">\($0[language])</span>" } ?? ""
    let box: HTML =
      switch kind {
      case .lines: "<textarea id=\"\(id)\" name=\"\(name)\" rows=\"3\"\(described)\(state)>\(value)</textarea>"
      case .text, .email, .presentPassword, .newPassword, .code:
        "<input id=\"\(id)\" name=\"\(name)\" \(look)\(described)\(state)>"
      }
    return """
      <div class="\(error == nil ? "field" : "field bad")"><label for="\(id)">\(label[language])</label>\
      \(help)\(errorMessage(error))\(box)</div>

      """
  }

  private var look: HTML {
    switch kind {
    case .text, .lines: "type=\"text\" autocomplete=\"off\" value=\"\(value)\""
    case .email:
      "type=\"email\" autocomplete=\"username\" spellcheck=\"false\" autocapitalize=\"none\" value=\"\(value)\""
    case .presentPassword: "type=\"password\" autocomplete=\"current-password\""
    case .newPassword: "type=\"password\" autocomplete=\"new-password\""
    case .code: "type=\"text\" autocomplete=\"one-time-code\" spellcheck=\"false\" autocapitalize=\"none\""
    }
  }

  static func email(_ value: String, _ errors: [FormError], label: Phrase? = nil) -> Field {
    Field(
      name: "email", label: label ?? Phrase("Mail address", "Dirección de correo"), kind: .email, value: value,
      errors: errors)
  }

  static func password(_ errors: [FormError], label: Phrase? = nil) -> Field {
    Field(
      name: "password", label: label ?? Phrase("Password", "Contraseña"), kind: .presentPassword, errors: errors)
  }

  static func code(_ errors: [FormError], hint: Phrase? = nil) -> Field {
    Field(name: "code", label: Phrase("Code", "Código"), kind: .code, hint: hint, errors: errors)
  }
}

/// "This is a shared phone."
func sharedPhoneLine(_ isPicked: Bool, _ language: Language) -> HTML {
  let text = Phrase("Others use this phone or computer too", "Otras personas también usan este teléfono o computadora")
  let hint = Phrase(
    "You are signed out after ten minutes without use, and nothing is remembered.",
    "Se cierra su sesión tras diez minutos sin uso, y no se recuerda nada.")
  return choiceLine(
    Choice("1", text[language], hint: hint[language]), name: "shared", id: "shared", picking: .several,
    checked: isPicked, soft: true)
}

/// One of a list, to pick.
struct Picker {
  let name: String
  let label: Phrase
  let options: [(value: String, text: String)]
  var picked = ""
  var id: String?

  func html(_ language: Language) -> HTML {
    let id = id ?? name
    let lines = options.map { value, text -> HTML in
      let mark: HTML = value == picked ? " selected" : ""
      return "<option value=\"\(value)\"\(mark)>\(text)</option>"
    }
    return """
      <div class="field"><label for="\(id)">\(label[language])</label>\
      <select id="\(id)" name="\(name)">\(lines)</select></div>

      """
  }
}
