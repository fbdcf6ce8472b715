import Cryptography
import Services
import Vocabulary

/// What the form of a check was sent with.
struct CheckEntry {
  var answer = ""
  var said = ""
  var method = ""
  var source = ""
  var name = ""
  var evidence = ""
  var begins = Entered()
  var ends = Entered()
  var stated = Entered()

  init() {}

  init(_ form: Form) {
    answer = form["answer"] ?? ""
    said = trimmed(form["said"] ?? "")
    method = form["method"] ?? ""
    source = trimmed(form["source"] ?? "")
    name = trimmed(form["shown-name"] ?? "")
    evidence = trimmed(form["evidence"] ?? "")
    begins = Self.day(form, "begins-")
    ends = Self.day(form, "ends-")
    stated = Self.day(form, "")
  }

  private static func day(_ form: Form, _ prefix: String) -> Entered {
    var entered = Entered()
    entered.month = trimmed(form[prefix + "month"] ?? "")
    entered.day = trimmed(form[prefix + "day"] ?? "")
    entered.year = trimmed(form[prefix + "year"] ?? "")
    return entered
  }

  /// What it says, or what has to be written otherwise.
  func draft(seen: Int, _ language: Language) -> (draft: SourceChecks.Draft?, errors: [FormError]) {
    var errors: [FormError] = []
    func wrong(_ field: String, _ message: Phrase) {
      errors.append(FormError(field: field, message: message[language]))
    }
    func day(_ entered: Entered, _ prefix: String) -> CivilDate? {
      if entered.month.isEmpty, entered.day.isEmpty, entered.year.isEmpty { return nil }
      guard let day = BirthdayFields.day(entered) else {
        wrong(prefix + "month", MemberVisit.noDay)
        return nil
      }
      return day
    }
    let (first, last, on) = (day(begins, "begins-"), day(ends, "ends-"), day(stated, ""))
    let said: SourceCheck.Answer? =
      switch answer {
      case "confirms": .confirms(begins: first, ends: last)
      case "differs": .differs(self.said)
      case "nothing-found": .nothingFound
      case "revoked": .revoked(on: last)
      default: nil
      }
    if said == nil { wrong("answer", Phrase("Pick one", "Elija una opción")) }
    let how = SourceCheck.Method(rawValue: method)
    if how == nil { wrong("method", Phrase("Pick how you asked", "Elija cómo preguntó")) }
    let digest = Hex.bytes(evidence).flatMap { Digest($0) }
    if !evidence.isEmpty, digest == nil {
      wrong("evidence", Phrase("Give 64 letters and digits, or nothing", "Escriba 64 letras y cifras, o nada"))
    }
    guard errors.isEmpty, let said, let how else { return (nil, errors) }
    return (
      SourceChecks.Draft(
        seen: seen, method: how, answer: said, stated: on, source: source, name: name,
        evidence: digest), []
    )
  }
}
