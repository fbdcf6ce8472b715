import HTML
import Vocabulary

/// The five steps on one line: what is done, and where the person is.
struct Steps {
  /// Short names, in order.
  let names: [String]
  /// How many are done, from the first on; the next one is current.
  let done: Int

  func html(_ language: Language) -> HTML {
    let items = names.enumerated().map { index, name -> HTML in
      if index < done {
        let word = Phrase("done", "hecho")[language]
        return "<li class=\"done\"><span>\(name)<span class=\"vh\">, \(word)</span></span></li>\n"
      }
      return index == done ? "<li aria-current=\"step\"><span>\(name)</span></li>\n" : "<li><span>\(name)</span></li>\n"
    }
    let label = Phrase("Five steps", "Cinco pasos")[language]
    return "<ol class=\"steps mt-5\" aria-label=\"\(label)\">\(items)</ol>\n"
  }
}
