import HTML
import Vocabulary

/// The answer: the one big verdict of a page.
public struct Banner: Sendable, Hashable {
  public let sign: Sign
  /// A word or a short sentence: "Not yet: 2 points short".
  public let word: String
  /// One or two sentences on what it rests on.
  public let text: String
  public let grade: Grade?

  public init(_ sign: Sign, _ word: String, text: String, grade: Grade? = nil) {
    self.sign = sign
    self.word = word
    self.text = text
    self.grade = grade
  }

  func html(_ language: Language) -> HTML {
    """
    <section class="answer \(sign.rawValue) mt-5" aria-labelledby="answer"><div class="stack tight">\
    <p class="word" id="answer">\(sign.icon.html) \(word)</p>
    <p>\(text) \(grade?.html(language))</p></div></section>

    """
  }
}
