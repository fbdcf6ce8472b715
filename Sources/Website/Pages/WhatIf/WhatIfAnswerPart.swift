import HTML
import Services
import Vocabulary

/// The answer to a what-if: the most important difference, then the days that differ, then what follows from them.
struct WhatIfAnswerPart {
  let told: WhatIfTold
  let language: Language

  var html: HTML {
    let parts = told.sections.map(section)
    // What to have for a move comes before the tasks, which are many.
    let isMove = told.sections.contains { $0.id == "steps" }
    let all = isMove ? parts + [differences] : [differences] + parts
    return "<div class=\"stack\">\(banner)\(all)</div>\n"
  }

  /// A hypothetical is no verdict: it has no color.
  private var banner: HTML {
    let sign: Sign = told.isNotKnown ? .unknown : .going
    let text = told.text.map { line -> HTML in "<p>\(line)</p>\n" }
    return """
      <section class="answer \(sign.rawValue)" aria-labelledby="answer"><div class="stack tight">\
      <h2 class="word small" id="answer">\(sign.icon.html) \(told.headline)</h2>\(text)</div></section>

      """
  }

  private var differences: HTML {
    guard !told.rows.isEmpty else { return "" }
    let title = Phrase("What differs", "Lo que cambia")[language]
    let label = Phrase("Before and after", "Antes y después")[language]
    let days = Phrase("Days", "Fechas")[language]
    // Where all begins on one day, the heading says so.
    let hasDays = told.rows.contains { !$0.days.isEmpty }
    let heads =
      [Phrase("What", "Qué")[language]] + (hasDays ? [days] : []) + [told.columns.before, told.columns.after]
    let rows = told.rows.map { row -> HTML in
      let when: HTML = hasDays ? "<td data-is=\"\(days)\">\(row.days)</td>" : ""
      return """
        <tr><th scope="row">\(row.subject)</th>\(when)\
        <td data-is="\(told.columns.before)">\(row.before)</td>\
        <td data-is="\(told.columns.after)"><strong>\(row.after)</strong></td></tr>

        """
    }
    return """
      <section class="stack tight" aria-labelledby="differs"><h2 id="differs">\(title)</h2>\
      <div class="scroll" tabindex="0" role="region" aria-label="\(label)"><table class="folds"><thead><tr>\
      \(heads.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead><tbody>\(rows)</tbody></table></div></section>

      """
  }

  private func section(_ section: WhatIfTold.Section) -> HTML {
    let note: HTML = section.note.map { "<p class=\"fine\">\($0)</p>" } ?? ""
    let lines = section.lines.map { line -> HTML in "<li>\(words(line))\(sources(line))</li>\n" }
    return """
      <section class="card stack tight" aria-labelledby="\(section.id)"><h2 id="\(section.id)">\(section.title)</h2>\(note)\
      <ul class="list" role="list">\(lines)</ul></section>

      """
  }

  private func words(_ line: WhatIfTold.Line) -> HTML {
    let grade: HTML = line.grade.map { " \(LiveWording.mark($0).html(language))" } ?? ""
    let fine = line.fine.map { text -> HTML in "<p class=\"fine\">\(text)</p>" }
    let parts = line.parts.map { part -> HTML in "<li>\(words(part))</li>\n" }
    let below: HTML = parts.isEmpty ? "" : "<ul class=\"mt-2\">\(parts)</ul>"
    return "<p>\(line.text)\(grade)</p>\(fine)\(below)"
  }

  /// The sources of a line and of its parts, each once, folded.
  private func sources(_ line: WhatIfTold.Line) -> HTML {
    let wording = LiveWording(language, asOf: .distantPast)
    var seen: Set<Citation> = []
    let cited = line.allCitations.map { wording.citation($0) }.filter { seen.insert($0).inserted }
    guard !cited.isEmpty else { return "" }
    let title = Phrase("Sources", "Fuentes")[language]
    return """
      <details class="fold"><summary>\(title)<span class="vh">: \(line.text)</span></summary>\
      \(cited.map { $0.html(language) })</details>
      """
  }
}

extension WhatIfTold.Line {
  fileprivate var allCitations: [Vocabulary.Citation] { citations + parts.flatMap(\.allCitations) }
}
