import HTML
import Vocabulary

/// Something in a form that cannot be used, said without blame.
public struct FormError: Sendable, Hashable {
  /// The id of the field it is about.
  public let field: String
  /// What is expected: "The day must be between 1 and 31".
  public let message: String

  public init(field: String, message: String) {
    self.field = field
    self.message = message
  }
}

/// The summary at the head of a form: one link to each field.
func errorSummary(_ errors: [FormError], _ language: Language) -> HTML {
  guard !errors.isEmpty else { return "" }
  let title =
    errors.count == 1
    ? Phrase("One thing needs another look", "Hay algo que revisar")[language]
    : Phrase("\(errors.count) things need another look", "Hay \(errors.count) cosas que revisar")[language]
  let links = errors.map { error -> HTML in "<li><a href=\"#\(error.field)\">\(error.message)</a></li>\n" }
  return """
    <div class="errors" role="group" aria-labelledby="errors-title"><h2 id="errors-title">\(Icon.unmet.html) \(title)</h2>\
    <ul>\(links)</ul></div>

    """
}

/// The message above a field.
func errorMessage(_ error: FormError?) -> HTML {
  guard let error else { return "" }
  return "<span class=\"error\" id=\"\(error.field)-error\">\(Icon.unmet.html) \(error.message)</span>"
}
