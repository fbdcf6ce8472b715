import Services
import Vocabulary

/// What somebody says of pages that they looked at.
struct LookEntry {
  var credential = ""
  var pages: [String] = []
  /// As typed.
  var day = ""

  init() {}

  init(_ form: Form) {
    credential = form["credential"] ?? ""
    pages = form.all("page")
    day = trimmed(form["day"] ?? "")
  }

  /// The id of the field of a day on the page, and of the first box.
  static func dayField(_ credential: String) -> String { "day-" + slug(credential) }
  static func pageField(_ credential: String, _ key: String = "site") -> String { "look-\(slug(credential))-\(key)" }

  /// `aama-cma`.
  static func slug(_ credential: String) -> String { credential.replacing("/", with: "-") }

  /// What is wrong, in words; nil when it was noted.
  func error(_ outcome: PageLooks.Outcome, first: String, _ language: Language) -> FormError? {
    switch outcome {
    case .noted: nil
    case .nothing:
      FormError(
        field: Self.pageField(credential, first),
        message: Phrase("Tick at least one page that you looked at", "Marque al menos una página que miró")[language])
    case .badDay:
      FormError(
        field: Self.dayField(credential),
        message: Phrase(
          "Expected the day on which you looked, today or before, like 2026-11-22",
          "Se esperaba el día en que miró, hoy o antes, como 2026-11-22")[language])
    case .tooMany:
      FormError(
        field: Self.pageField(credential, first),
        message: Phrase(
          "You keep as many of these as can be. Remove one first", "Ya guarda el máximo. Quite uno antes")[language])
    case .noSuchPage:
      FormError(
        field: Self.pageField(credential, first),
        message: Phrase(
          "This page is not in the list any more. Pick from the list",
          "Esta página ya no está en la lista. Elija de la lista"
        )[language])
    }
  }
}
