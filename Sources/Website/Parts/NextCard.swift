import HTML
import Vocabulary

/// The one loud card of a page: what to do next, or the smallest change that turns the answer.
public struct NextStep: Sendable, Hashable {
  public let title: String
  public let text: String
  /// What was checked, in the second voice.
  public let fine: String?
  public let action: Link?

  public init(title: String, text: String, fine: String? = nil, action: Link? = nil) {
    self.title = title
    self.text = text
    self.fine = fine
    self.action = action
  }

  /// The card over the whole width, with its button at the right.
  func wide(_ label: HTML, id: String, _ language: Language) -> HTML {
    """
    <section class="card next mt-5" aria-labelledby="\(id)"><div class="row apart top"><div class="stack tight measure">\
    <p class="label">\(label)</p>
    <h2 id="\(id)">\(title)</h2><p>\(text)</p>\(remark)</div>
    \(action?.button(language))</div></section>

    """
  }

  /// The card in a narrow column, with its button below.
  func narrow(_ label: HTML, id: String, _ language: Language) -> HTML {
    """
    <section class="card next" aria-labelledby="\(id)"><div class="stack tight"><p class="label">\(label)</p>
    <h2 id="\(id)">\(title)</h2><p>\(text)</p>\(remark)\(action?.button(language, "btn mt-4"))</div></section>

    """
  }

  private var remark: HTML { fine.map { "<p class=\"fine\">\($0)</p>" } ?? "" }
}
