import HTML
import Vocabulary

/// One answer of the person, in words, with the way to change it.
public struct Told: Sendable, Hashable {
  /// The id of the fact, as in `Route.question`.
  public let fact: String
  /// What it is about: "High-school diploma or GED".
  public let term: String
  /// The answer: "Yes, in 2019"; "Not known".
  public let text: String

  public init(fact: String, term: String, text: String) {
    self.fact = fact
    self.term = term
    self.text = text
  }

  func html(_ language: Language) -> HTML {
    let change = Phrase("Change", "Cambiar")[language]
    let address = Address(.question(fact), language).text
    return """
      <div><dt>\(term)</dt>
      <dd class="row apart"><span>\(text)</span> <a class="link" href="\(url: address)">\(change)\
      <span class="vh">: \(term)</span></a></dd></div>

      """
  }
}
