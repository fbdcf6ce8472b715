import HTML
import Vocabulary

/// What the last change of an answer moved, or that nothing did.
func movedCard(_ moved: [Fact], _ language: Language) -> HTML {
  let title = Phrase("What your last change moved", "Qué cambió con su última respuesta")[language]
  let nothing = Phrase("Nothing here.", "Nada aquí.")[language]
  let content: HTML = moved.isEmpty ? "<p>\(nothing)</p>" : factList(moved, language, tight: true)
  return "<section class=\"card mt-5\" aria-labelledby=\"moved\"><h2 id=\"moved\">\(title)</h2>\(content)</section>\n"
}
