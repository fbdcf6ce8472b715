import HTML
import Rules
import Services
import Vocabulary

/// One's own externship: hours and skills, days, links for preceptors, letters and references.
struct ExternshipPage {
  let ledger: ExternshipLedger
  let links: [Externship.ListedLink]
  let minimums: MinimumsPart?
  let isMinor: Bool
  let token: String?
  /// A moment in words.
  let words: (Instant) -> String

  static let title = Phrase("Externship and experience", "Externado y experiencia")

  func page(_ language: Language) -> Page {
    let lead = Phrase(
      "Your days, hours and skills, and what preceptors signed. Write nothing about patients.",
      "Sus días, horas y habilidades, y lo que firmaron sus supervisores. No escriba nada sobre pacientes.")
    let add = Link(Phrase("Write down a day", "Anotar un día")[language], .page(.member(.externship(.add))))
    return memberPage(
      Self.title, .externship(.ledger), lead: lead,
      body: """
        <div class="row">\(add.button(language, "btn"))</div>
        \(sums(language))\(minimums?.html(language))\(days(language))\(given(language))\(letters(language))\
        \(references(language))\(ways(language))
        """, language, isWide: true)
  }

  // MARK: - Sums

  private func sums(_ language: Language) -> HTML {
    let title = Phrase("So far", "Hasta ahora")[language]
    func of(_ all: String, _ signed: String) -> String {
      Phrase("\(all), of these signed: \(signed)", "\(all), de ellas firmadas: \(signed)")[language]
    }
    var facts = [
      Fact(Phrase("Hours", "Horas")[language], of(ledger.hours.description, ledger.signedHours.description))
    ]
    for skill in ExternshipDay.Skill.allCases {
      let times = ledger.times(skill)
      if times.all > 0 {
        facts.append(Fact(ExternshipWording.text(skill)[language], of(String(times.all), String(times.signed))))
      }
    }
    return """
      <section class="card stack tight" id="sums"><h2>\(title)</h2>\(factList(facts, language))\
      <p class="fine">\(ExternshipWording.worth[language])</p></section>

      """
  }

  // MARK: - Days

  private func days(_ language: Language) -> HTML {
    let title = Phrase("Your days", "Sus días")[language]
    guard !ledger.lines.isEmpty else {
      let none = Phrase("You have written down no day yet.", "Todavía no anotó ningún día.")
      return "<section class=\"stack\"><h2>\(title)</h2><p>\(none[language])</p></section>\n"
    }
    let lines = ledger.lines.map { day($0, language) }
    return """
      <section class="stack" id="days"><h2>\(title)</h2><ul role="list" class="list card">\(lines)</ul></section>

      """
  }

  private func day(_ line: ExternshipLedger.Line, _ language: Language) -> HTML {
    let (day, dates) = (line.content, DateWording(language))
    let link = Link(dates.day(day.day), .page(.member(.externship(.day(line.id)))))
    let hours = FieldWording.amount(day.hours, "hours")[language]
    let skills = SkillsPart.text(day.skills, language)
    let more: HTML = skills.isEmpty ? "" : "<p class=\"fine\">\(skills)</p>"
    return """
      <li class="stack tight"><div class="row apart top"><p><strong>\(link.html(language))</strong>: \(hours)</p>\
      \(Self.chip(line.standing, language).html(language))</div><p>\(day.site), \(day.preceptor)</p>\(more)</li>

      """
  }

  static func chip(_ standing: ExternshipLedger.Standing, _ language: Language) -> Chip {
    switch standing {
    case .open: Chip(.unknown, Phrase("Not signed", "Sin firma")[language])
    case .signed(let kept):
      Chip(.met, Phrase("Signed by \(kept.signOff.name)", "Firmado por \(kept.signOff.name)")[language])
    case .declined(let kept):
      Chip(
        .conflict,
        Phrase("Not signed: \(kept.signOff.declined ?? "")", "Sin firma: \(kept.signOff.declined ?? "")")[language])
    case .claimed(let kept) where kept.signOff.isSigned:
      Chip(
        .due,
        Phrase(
          "Your file says: signed by \(kept.signOff.name). Not confirmed here",
          "Su archivo dice: firmado por \(kept.signOff.name). No confirmado aquí")[language])
    case .claimed:
      Chip(
        .due,
        Phrase("Your file says: not signed. Not confirmed here", "Su archivo dice: sin firma. No confirmado aquí")[
          language])
    case .changedSince: Chip(.due, Phrase("Changed since it was signed", "Cambió después de firmarse")[language])
    }
  }

  // MARK: - Links

  private func given(_ language: Language) -> HTML {
    let title = Phrase("Links for preceptors", "Enlaces para supervisores")[language]
    let rows = links.map { row($0, language) }
    let list: HTML = rows.isEmpty ? "" : "<ul role=\"list\" class=\"list card\" id=\"links\">\(rows)</ul>"
    let make: HTML
    if isMinor {
      make = "<p>\(RefusalWording.text(.minorOutsideSchool)[language])</p>"
    } else {
      let link = Link(
        Phrase("Ask a preceptor to sign", "Pedir la firma de un supervisor")[language],
        .page(.member(.externship(.links))))
      make = "<p>\(link.html(language))</p>"
    }
    return "<section class=\"stack\"><h2>\(title)</h2>\(list)\(make)</section>\n"
  }

  private func row(_ listed: Externship.ListedLink, _ language: Language) -> HTML {
    let title = Phrase(
      "Days to sign: \(listed.days), as \(listed.name)", "Días por firmar: \(listed.days), como \(listed.name)")[
        language]
    let state: Phrase =
      switch listed.state {
      case .open: Phrase("Open until \(words(listed.link.endsAt)).", "Abierto hasta: \(words(listed.link.endsAt)).")
      case .expired: Phrase("Its time has passed.", "Su plazo pasó.")
      case .revoked(let at): Phrase("Ended by you: \(words(at)).", "Terminado por usted: \(words(at)).")
      case .answered(let at): Phrase("Answered: \(words(at)).", "Respondido: \(words(at)).")
      }
    let seen = Phrase("Opened \(listed.looks.count) times.", "Abierto \(listed.looks.count) veces.")[language]
    let end = MemberForm(
      action: .externship(.linkEnd), token: token, button: Phrase("End this link", "Terminar este enlace"),
      look: "btn second small", hidden: [("link", listed.link.id.text)], about: title)
    return """
      <li class="stack tight"><p><strong>\(title)</strong></p><p class="fine">\(state[language]) \(seen)</p>\
      \(listed.state == .open ? end.html(language) : "")</li>

      """
  }

  // MARK: - Letters and references

  private func letters(_ language: Language) -> HTML {
    let title = LettersPage.title[language]
    let lines = ledger.letters.map { letter -> HTML in
      let state = letter.now.map {
        "\(ExternshipWording.text($0.event)[language]), \(DateWording(language).day($0.day))"
      }
      return "<li>\(letter.from): \(state ?? "")</li>\n"
    }
    let list: HTML = lines.isEmpty ? "" : "<ul class=\"list card\">\(lines)</ul>"
    let link = Link(
      Phrase("Ask for one, or say what came of it", "Pedir una, o decir qué pasó con ella")[language],
      .page(.member(.externship(.letters))))
    return "<section class=\"stack\"><h2>\(title)</h2>\(list)<p>\(link.html(language))</p></section>\n"
  }

  private func references(_ language: Language) -> HTML {
    let title = Phrase("References", "Referencias")[language]
    let none = Phrase(
      "Nobody is your reference yet. A preceptor becomes one only by their own consent, when they sign.",
      "Nadie es su referencia todavía. Un supervisor lo es solo con su propio permiso, al firmar.")
    let lines = ledger.references.map { kept -> HTML in
      let signOff = kept.signOff
      let given = Phrase("Consent given: \(words(kept.at)).", "Permiso dado: \(words(kept.at)).")[language]
      guard let contact = kept.contact else {
        let taken = kept.withdrawnAt.map(words) ?? ""
        let text = Phrase("Consent taken back: \(taken).", "Permiso retirado: \(taken).")[language]
        return "<li class=\"stack tight\"><p><strong>\(signOff.name)</strong></p><p class=\"fine\">\(text)</p></li>\n"
      }
      return """
        <li class="stack tight"><p><strong>\(signOff.name)</strong>, \(signOff.role)</p><p>\(contact)</p>\
        <p class="fine">\(given)</p></li>

        """
    }
    let list: HTML =
      lines.isEmpty ? "<p>\(none[language])</p>" : "<ul class=\"list card\" id=\"references\">\(lines)</ul>"
    return "<section class=\"stack\"><h2>\(title)</h2>\(list)</section>\n"
  }

  private func ways(_ language: Language) -> HTML {
    let file = Link(
      Phrase("Save all of it as a file", "Guardar todo como archivo")[language], .page(.member(.externship(.file))))
    let text = Phrase(
      "Texts that look like a patient's are left out of the file, and out of what preceptors see.",
      "Los textos que parecen de un paciente quedan fuera del archivo y de lo que ven los supervisores.")
    return
      "<section class=\"stack tight\"><p>\(file.html(language))</p><p class=\"fine\">\(text[language])</p></section>\n"
  }
}

/// Counts of skills in one line.
enum SkillsPart {
  /// "Injections given: 3, Blood draws: 2"; empty when there are none.
  static func text(_ skills: [ExternshipDay.Skill: Int], _ language: Language) -> String {
    ExternshipDay.Skill.allCases.compactMap { skill in
      skills[skill].map { "\(ExternshipWording.text(skill)[language]): \($0)" }
    }.joined(separator: ", ")
  }
}
