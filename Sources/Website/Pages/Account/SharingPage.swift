import HTML
import Rules
import Services
import Vocabulary

/// What somebody shares, with whom, what for, and when it was looked at.
struct SharingPage {
  let view: SharingOverview.View
  let now: Instant
  let token: String?
  /// A moment in words.
  let words: (Instant) -> String
  var entered = Entered()
  var picked: Set<EvidenceKind> = []
  var errors: [FormError] = []

  func page(_ language: Language) -> Page {
    let lead = Phrase(
      "Nobody sees your record unless you share it. You end it whenever you like, and it ends at once.",
      "Nadie ve su expediente si usted no lo comparte. Lo termina cuando quiera, y termina enseguida.")
    return memberPage(
      Phrase("What you share", "Lo que comparte"), .sharing, errors: errors, lead: lead,
      body: "\(guardian(language))\(items(language))\(form(language))", language)
  }

  private func guardian(_ language: Language) -> HTML {
    guard view.hasGuardian == false else { return "" }
    let text = RefusalWording.text(.guardianNeeded)
    let link = Link(
      Phrase("Ask a parent or guardian", "Preguntar al padre, la madre o el tutor")[language],
      .page(.member(.ownGuardian)))
    return "<p>\(text[language]) \(link.html(language))</p>"
  }

  private func items(_ language: Language) -> HTML {
    guard !view.items.isEmpty else {
      let none = Phrase("You share nothing now.", "Ahora no comparte nada.")
      return "<div class=\"empty\">\(Icon.shield.html)<p>\(none[language])</p></div>"
    }
    let lines = view.items.map { item($0, language) }
    return "<ul class=\"list card\" id=\"shared\">\(lines)</ul>"
  }

  private func item(_ item: SharingOverview.Item, _ language: Language) -> HTML {
    let consent = item.consent
    let name = item.organization ?? Phrase("One person", "Una persona")[language]
    let kinds = consent.kinds.map { FieldWording.kind($0)[language] }.sorted().joined(separator: ", ")
    let uses = item.uses.prefix(5).map { use -> HTML in "<li>\(words(use.at))</li>\n" }
    let seen = Phrase("Looked at \(item.uses.count) times", "Visto \(item.uses.count) veces")
    let used: HTML =
      item.uses.isEmpty
      ? "<p class=\"fine\">\(Phrase("Nobody has looked yet.", "Nadie lo ha visto todavía.")[language])</p>"
      : "<p class=\"fine\">\(seen[language]):</p><ul>\(uses)</ul>"
    let end = MemberForm(
      action: .sharingEnd, token: token, button: Phrase("Stop sharing", "Dejar de compartir"),
      look: "btn second small", hidden: [("consent", consent.id.text)], about: name)
    return """
      <li class="stack tight"><p><strong>\(name)</strong>: \(RoleWording.text(consent.purpose)[language])</p>\
      <p>\(kinds)</p><p class="fine">\(state(consent)[language])</p>\(used)\
      \(consent.revokedAt == nil ? end.html(language) : "")</li>

      """
  }

  private func state(_ consent: Consent) -> Phrase {
    if let revoked = consent.revokedAt {
      return Phrase("Ended by you on \(words(revoked)).", "Terminado por usted: \(words(revoked)).")
    }
    guard let until = consent.until else {
      return Phrase(
        "Since \(words(consent.from)), until you end it.", "Desde \(words(consent.from)), hasta que lo termine.")
    }
    return Phrase(
      "From \(words(consent.from)) until \(words(until)).", "Desde \(words(consent.from)) hasta \(words(until)).")
  }

  private func form(_ language: Language) -> HTML {
    guard !view.places.isEmpty else {
      let none = Phrase(
        "To share, accept an invitation of a school, an agency or an employer first.",
        "Para compartir, primero acepte la invitación de una escuela, una agencia o un empleador.")
      return "<p>\(none[language])</p>"
    }
    let options = view.places.flatMap { place in
      place.purposes.map { purpose in
        (
          value: "\(place.organization.id.text):\(purpose.rawValue)",
          text: "\(place.organization.name): \(RoleWording.text(purpose)[language])"
        )
      }
    }
    let kinds = EvidenceKind.allCases.enumerated().map { index, kind in
      choiceLine(
        Choice(kind.rawValue, FieldWording.kind(kind)[language]), name: "kind",
        id: index == 0 ? "kind" : "kind-\(index)",
        picking: .several, checked: picked.contains(kind))
    }
    let error = errors.first { $0.field == "kind" }
    let what: HTML = """
      <fieldset class="\(error == nil ? "" : "bad")"><legend>\(Phrase("What", "Qué")[language])</legend>\
      \(errorMessage(error))\(kinds)</fieldset>

      """
    let until: HTML = """
      <fieldset class="stack tight"><legend>\(Phrase("Until (not needed)", "Hasta (opcional)")[language])</legend>\
      \(DateFields(month: entered.month, day: entered.day, year: entered.year, errors: errors, describedBy: nil).html(language))\
      </fieldset>

      """
    let form = MemberForm(
      action: .sharing, token: token, button: Phrase("Share this", "Compartir esto"), look: "btn big fill",
      fields: [
        Picker(name: "with", label: Phrase("With whom, and what for", "Con quién y para qué"), options: options)
          .html(language), what, until,
      ])
    return "<h2>\(Phrase("Share something", "Compartir algo")[language])</h2>\(form.html(language))"
  }
}
