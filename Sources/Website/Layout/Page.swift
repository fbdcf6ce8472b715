import HTML
import Vocabulary

/// A page before it has its head and foot.
struct Page {
  /// What the main menu leads to.
  enum Section: CaseIterable {
    case become, compare, states, know
  }

  /// The title, without the name of the site.
  var title: String
  /// Where the page is, so that the other language leads to the same page.
  var address: Address
  var section: Section?
  /// A narrower page for one thing at a time: a question.
  var isCompact = false
  /// Whether the people and places shown are made up.
  var isSample = false
  /// Whether the page shows answers of a person, and so is never stored by the browser.
  var isPersonal = false
  var body: HTML

  var language: Language { address.language }
}
