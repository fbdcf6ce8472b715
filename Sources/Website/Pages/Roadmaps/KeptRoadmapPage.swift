import HTML
import Services
import Vocabulary

/// One kept roadmap: its days, how each step stands, and what moved.
public struct KeptRoadmapPage: Sendable {
  public struct Step: Sendable {
    let id: String
    let title: String
    let chip: Chip
    let facts: [Fact]
    /// Whether it is in the plan no more, so that there is only what was said of it.
    let isGone: Bool
  }

  public struct Value: Sendable {
    let id: RoadmapID
    let credential: CredentialPath
    let name: String
    let summary: String
    /// What the last change moved, and the day of it; nil before the first.
    let moved: (day: String, facts: [Fact])?
    /// What has moved since the last change by itself.
    let since: [Fact]
    let steps: [Step]
    /// When it was last changed, and by which edition of the rules.
    let foot: [Fact]
    /// How many answers it was planned from.
    let answers: Int
  }

  let value: Value
  let token: String?

  func page(_ language: Language) -> Page {
    let title = Phrase("Your way to \(value.name)", "Su camino a \(value.name)")[language]
    return Page(
      title: title, address: Address(.member(.roadmap(value.id)), language), section: .become, isPersonal: true,
      body: """
        \(crumb(RoadmapsPage.title[language], .member(.roadmaps), language))\
        <h1>\(title)</h1><p class="lead">\(value.summary)</p>\(moved(language))\(since(language))
        <div class="beside section"><section class="stack" aria-labelledby="steps">
        <h2 id="steps">\(Phrase("The steps", "Los pasos")[language])</h2>
        <ol role="list" class="stack">\(value.steps.enumerated().map { card($0, $1, language) })</ol></section>
        \(aside(language))</div>

        """)
  }

  private func moved(_ language: Language) -> HTML {
    guard let moved = value.moved else { return "" }
    let title = Phrase("What your change of \(moved.day) moved", "Qué movió su cambio del \(moved.day)")[language]
    return card(title, moved.facts, id: "moved", language)
  }

  private func since(_ language: Language) -> HTML {
    guard !value.since.isEmpty else { return "" }
    let title = Phrase("What has moved since", "Qué se ha movido desde entonces")[language]
    return card(title, value.since, id: "since", language)
  }

  private func card(_ title: String, _ facts: [Fact], id: StaticString, _ language: Language) -> HTML {
    let nothing = Phrase("No day.", "Ninguna fecha.")[language]
    let content: HTML = facts.isEmpty ? "<p>\(nothing)</p>" : factList(facts, language)
    return """
      <section class="card mt-5" aria-labelledby="\(id.description)"><h2 id="\(id.description)">\(title)</h2>\(content)</section>

      """
  }

  private func card(_ index: Int, _ step: Step, _ language: Language) -> HTML {
    let text = Phrase("Change", "Cambiar")[language]
    let address = Address(.member(.roadmapStep(value.id, step.id)), language).text
    let change: HTML = """
      <a class="btn second small" href="\(url: address)">\(text)<span class="vh">: \(step.title)</span></a>
      """
    return """
      <li class="card stack tight"><div class="row apart top"><h3>\(index + 1). \(step.title)</h3>\
      \(step.chip.html(language))</div>
      \(factList(step.facts, language))<div class="row">\(change)</div></li>

      """
  }

  private func aside(_ language: Language) -> HTML {
    let way = Link(
      Phrase("What the rules say today", "Qué dicen las reglas hoy")[language],
      .page(.reason(value.credential, rule: "eligibility", on: nil)))
    var answers: HTML = ""
    if value.answers > 0 {
      let count = value.answers
      let text = Phrase(
        "Open the answers you gave (\(count)) in this browser. Those that it has now go.",
        "Abrir en este navegador las respuestas que dio (\(count)). Las que tiene ahora se van.")
      let form = MemberForm(
        action: .roadmapAnswers(value.id), token: token, button: Phrase("Open the answers", "Abrir las respuestas"),
        look: "btn second small")
      answers = "<p>\(text[language])</p>\(form.html(language))"
    }
    let remove = MemberForm(
      action: .roadmapRemoval(value.id), token: token, button: Phrase("Keep it no more", "Dejar de guardarlo"),
      look: "btn second small")
    let stays = Phrase(
      "Nobody but you sees this roadmap. If you keep it no more, what you told stays in your record.",
      "Nadie más que usted ve este plan. Si deja de guardarlo, lo que contó queda en su expediente.")
    return """
      <aside class="stack stay"><section class="card stack tight"><h2>\(Phrase("This roadmap", "Este plan")[language])</h2>\
      \(factList(value.foot, language, tight: true))<p>\(way.html(language))</p>\(answers)\
      <p>\(stays[language])</p>\(remove.html(language))</section></aside>

      """
  }
}
