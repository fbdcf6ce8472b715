import HTML
import Rules
import Services
import Vocabulary

/// All that somebody keeps about themselves, in one of the two parts, by kind and with the newest first.
public struct RecordPage: Sendable {
  /// What is kept of one kind.
  public struct Group: Sendable, Hashable {
    let kind: EvidenceKind
    let rows: [Row]
    /// Through which day this is all, in words; nil: there may be more.
    let complete: String?
    /// Whether another one can be added: of some kinds there is one.
    let takesMore: Bool
  }

  /// One thing.
  public struct Row: Sendable, Hashable {
    let id: RecordID
    let title: String
    /// The day it is listed under, in words.
    let day: String?
    let grade: String
    let provenance: String?
  }

  public struct Value: Sendable, Hashable {
    let part: RecordPart
    let groups: [Group]
  }

  let value: Value
  let token: String?

  static func title(_ part: RecordPart) -> Phrase {
    switch part {
    case .record: Phrase("Your record", "Su expediente")
    case .health: Phrase("Your health records", "Sus registros de salud")
    }
  }

  func page(_ language: Language) -> Page {
    let filled = value.groups.filter { !$0.rows.isEmpty }.map { card($0, language) }
    let empty = value.groups.filter { $0.rows.isEmpty }.map { line($0, language) }
    let none = Phrase("Nothing here yet", "Aún no hay nada")[language]
    let rest: HTML =
      empty.isEmpty
      ? ""
      : """
      <section class="card stack tight" aria-labelledby="none"><h2 id="none">\(none)</h2>\
      <ul role="list" class="list">\(empty)</ul></section>

      """
    return Page(
      title: Self.title(value.part)[language], address: Address(.member(.wallet(.record(value.part))), language),
      isCompact: true, isPersonal: true,
      body: """
        \(crumb(Phrase("Your account", "Su cuenta")[language], .member(.account), language))\
        <div class="stack"><h1>\(Self.title(value.part)[language])</h1><p class="lead">\(lead[language])</p>\
        \(filled)\(rest)\(other(language))</div>
        \(wholeForm(language))
        """)
  }

  private var lead: Phrase {
    switch value.part {
    case .record:
      Phrase(
        "What you enter counts as your own word. Nothing is overwritten: every change keeps who, when and why.",
        "Lo que usted escribe cuenta como su palabra. No se sobrescribe nada: cada cambio guarda quién, cuándo y por qué."
      )
    case .health:
      Phrase(
        "Kept apart from all else, under a key of its own. Only kinds, days and outcomes; never a reason.",
        "Se guardan aparte de todo lo demás, con una clave propia. Solo tipos, fechas y resultados; nunca un motivo.")
    }
  }

  private func card(_ group: Group, _ language: Language) -> HTML {
    let id = "kind-\(group.kind.rawValue)"
    return """
      <section class="card stack tight" aria-labelledby="\(id)"><div class="row apart">\
      <h2 id="\(id)">\(RecordWording.heading(group.kind)[language])</h2>\(add(group, language))</div>\
      <ul class="list">\(group.rows.map { row($0, language) })</ul>\(complete(group, language))</section>

      """
  }

  private func row(_ row: Row, _ language: Language) -> HTML {
    let link = Link(row.title, .page(.member(.wallet(.item(value.part, row.id)))))
    let fine = [row.day, row.grade, row.provenance].compactMap(\.self).joined(separator: " · ")
    return "<li><p>\(link.html(language))</p><p class=\"fine\">\(fine)</p></li>\n"
  }

  private func line(_ group: Group, _ language: Language) -> HTML {
    """
    <li class="row apart"><p>\(RecordWording.heading(group.kind)[language])</p>\
    <div class="row">\(complete(group, language))\(add(group, language))</div></li>

    """
  }

  private func add(_ group: Group, _ language: Language) -> HTML {
    guard group.takesMore else { return "" }
    let about = RecordWording.heading(group.kind)[language]
    let address = Address(.member(.wallet(.add(group.kind))), language).text
    return """
      <a class="link" href="\(url: address)">\(Phrase("Add", "Agregar")[language])<span class="vh">: \(about)</span></a>

      """
  }

  /// Says that this is all of a kind, or takes it back.
  private func complete(_ group: Group, _ language: Language) -> HTML {
    guard group.kind != .person else { return "" }
    let isNone = group.rows.isEmpty
    let button =
      group.complete != nil
      ? Phrase("There may be more", "Puede haber más")
      : isNone
        ? Phrase("There is none", "No hay ninguno") : Phrase("This is all, through today", "Esto es todo, hasta hoy")
    let address = Address(.member(.wallet(.complete(group.kind))), language).text
    let said: HTML =
      group.complete.map { day in
        let text =
          isNone
          ? Phrase("None, through \(day).", "Ninguno, hasta el \(day).")
          : Phrase("This is all, through \(day).", "Esto es todo, hasta el \(day).")
        return "<p class=\"fine\">\(text[language])</p>"
      } ?? ""
    return """
      <div class="row apart">\(said)<button class="btn second small" type="submit" form="whole" formaction="\(url: address)" \
      name="all" value="\(group.complete == nil ? "yes" : "no")">\(button[language])\
      <span class="vh">: \(RecordWording.heading(group.kind)[language])</span></button></div>

      """
  }

  /// What the buttons of `complete` send. One for all of them, as there are a dozen on a page and each says where it goes.
  private func wholeForm(_ language: Language) -> HTML {
    guard let kind = value.groups.map(\.kind).first(where: { $0 != .person }) else { return "" }
    let address = Address(.member(.wallet(.complete(kind))), language).text
    let proof: HTML = token.map { "<input type=\"hidden\" name=\"form\" value=\"\($0)\">" } ?? ""
    return "<form id=\"whole\" action=\"\(url: address)\" method=\"post\">\(proof)</form>\n"
  }

  /// The way to the other part.
  private func other(_ language: Language) -> HTML {
    let part: RecordPart = value.part == .record ? .health : .record
    var links = [Link(Self.title(part)[language], .page(.member(.wallet(.record(part)))))]
    links.append(Link(RecordExportPage.title[language], .page(.member(.wallet(.exporting)))))
    links.append(Link(RecordImportPage.title(value.part)[language], .page(.member(.wallet(.importing(value.part))))))
    return "\(links.map { "<p>\($0.html(language))</p>\n" as HTML })"
  }
}
