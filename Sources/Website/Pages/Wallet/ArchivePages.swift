import HTML
import Rules
import Services
import Vocabulary

/// Takes everything along.
struct ArchivePage {
  let token: String?
  let hasHealth: Bool
  /// How many files there are, with health or without; nil: nobody has asked yet.
  var parts: (count: Int, withHealth: Bool)?

  static let title = Phrase("Take everything along", "Llevarse todo")
  static let (health, part) = ("health", "part")

  func page(_ language: Language) -> Page {
    let text = Phrase(
      "Your record, papers, externship ledger, roadmaps and the pages that you looked at, as one file to keep and to bring back. Much of it comes as several files.",
      "Su expediente, papeles, registro de práctica, planes y las páginas que miró, en un archivo para guardar y volver a traer. Si es mucho, son varios archivos."
    )
    return Page(
      title: Self.title[language], address: Address(.member(.wallet(.archive)), language), isCompact: true,
      isPersonal: true,
      body: """
        \(crumb(RecordPage.title(.record)[language], .member(.wallet(.record(.record))), language))\
        <div class="stack measure"><h1>\(Self.title[language])</h1><p>\(text[language])</p>\
        \(parts.map { files($0.count, $0.withHealth, language) } ?? asking(language))\(leftOut(language))</div>

        """)
  }

  private func asking(_ language: Language) -> HTML {
    let text = Phrase(
      "With my health records and health papers", "Con mis registros de salud y papeles de salud")
    let tick = choiceLine(
      Choice("1", text[language]), name: Self.health, id: Self.health, picking: .several, checked: false, soft: true)
    return MemberForm(
      action: .wallet(.archive), token: token, button: Phrase("Save the file", "Guardar el archivo"),
      look: "btn big fill", fields: hasHealth ? [tick] : []
    ).html(language)
  }

  private func files(_ count: Int, _ withHealth: Bool, _ language: Language) -> HTML {
    let text = Phrase(
      "It comes as \(count) files. Each can be brought back by itself.",
      "Son \(count) archivos. Cada uno se puede traer por separado.")
    let forms = (1...max(1, count)).map { number -> HTML in
      MemberForm(
        action: .wallet(.archive), token: token,
        button: Phrase("Save file \(number) of \(count)", "Guardar el archivo \(number) de \(count)"),
        look: "btn second fill",
        hidden: [(Self.part, String(number))] + (withHealth ? [(Self.health, "1")] : [])
      ).html(language)
    }
    return "<section class=\"stack\"><p>\(text[language])</p>\(forms)</section>\n"
  }

  /// What is not in an archive, or does not come back from one.
  private func leftOut(_ language: Language) -> HTML {
    let title = Phrase("What does not come back", "Lo que no vuelve")
    let lines = [
      Phrase(
        "Checks with an issuer: what they found counts as your own word again.",
        "Comprobaciones con el emisor: lo comprobado vuelve a contar como su palabra."),
      Phrase(
        "Preceptors' signatures: they come back as what your file says, not confirmed.",
        "Firmas de supervisores: vuelven como lo que dice su archivo, sin confirmar."),
      Phrase(
        "When you entered or changed something, and what it said before; your record as a file has that to read.",
        "Cuándo anotó o cambió algo, y qué decía antes; el archivo de su expediente lo tiene para leer."),
      Phrase(
        "Consents, links that you gave, references, coaches and their notes.",
        "Permisos, enlaces que dio, referencias, asesores y sus notas."),
      Phrase("Reminders and their settings.", "Recordatorios y sus ajustes."),
      Phrase("Papers that are not finished yet.", "Papeles sin terminar."),
      Phrase(
        "Texts that look as if they were about a patient.", "Textos que parecen ser de un paciente."),
    ]
    return """
      <section class="card stack tight"><h2>\(title[language])</h2>\
      <ul class="list">\(lines.map { "<li>\($0[language])</li>\n" as HTML })</ul></section>

      """
  }
}

/// Brings such a file back: first what it would add, then, with a second press, all of it.
struct ArchiveReturnPage {
  let token: String?
  /// What the file would do, with its hash; nil: none was given yet.
  var planned: (plan: ArchivePlan, digest: String)?
  var errors: [FormError] = []

  static let title = Phrase("Bring everything back", "Traer todo de vuelta")
  /// The field with the hash of the file that was shown.
  static let seen = "seen"

  func page(_ language: Language) -> Page {
    Page(
      title: Self.title[language], address: Address(.member(.wallet(.archiveReturn)), language), isCompact: true,
      isPersonal: true,
      body: """
        \(crumb(RecordPage.title(.record)[language], .member(.wallet(.record(.record))), language))\
        <div class="stack measure">\(errorSummary(errors, language))<h1>\(Self.title[language])</h1>\
        \(planned.map { plan($0.plan, $0.digest, language) } ?? picking(language))</div>

        """)
  }

  private func picking(_ language: Language) -> HTML {
    let text = Phrase(
      "Pick a ZIP file that Fobwatch saved. Nothing changes before you have seen what it would add. Papers are looked at anew: that can take half a minute.",
      "Elija un archivo ZIP guardado por Fobwatch. Nada cambia antes de que usted vea lo que agregaría. Los papeles se revisan de nuevo: puede tardar medio minuto."
    )[language]
    let error = errors.first { $0.field == "file" }
    let proof: HTML = token.map { "<input type=\"hidden\" name=\"form\" value=\"\($0)\">" } ?? ""
    let marks: HTML = error == nil ? "" : " aria-invalid=\"true\" aria-describedby=\"file-error\""
    return """
      <p>\(text)</p><form class="stack" action="\(url: Address(.member(.wallet(.archiveReturn)), language).text)" method="post" \
      enctype="multipart/form-data" novalidate>\(proof)<div class="\(error == nil ? "field" : "field bad")">\
      <label for="file">\(Phrase("File", "Archivo")[language])</label>\(errorMessage(error))\
      <input id="file" name="file" type="file" accept=".zip,application/zip"\(marks)></div>\
      <button class="btn big fill" type="submit">\(Phrase("See what it would add", "Ver lo que agregaría")[language])</button></form>

      """
  }

  private func plan(_ plan: ArchivePlan, _ digest: String, _ language: Language) -> HTML {
    let title =
      plan.isEmpty ? Phrase("Nothing of it is new", "Nada es nuevo") : Phrase("It would add", "Agregaría")
    let form = MemberForm(
      action: .wallet(.archiveReturn), token: token, button: Phrase("Add all of it", "Agregar todo"),
      look: "btn big fill", hidden: [(Self.seen, digest)])
    return """
      <section class="card stack tight"><h2>\(title[language])</h2>\
      <ul class="list">\(added(plan).map { "<li>\($0[language])</li>\n" as HTML })</ul>\
      \(notes(plan).map { "<p class=\"fine\">\($0[language])</p>" as HTML })</section>\
      \(plan.isEmpty ? "" : form.html(language))

      """
  }

  private func added(_ plan: ArchivePlan) -> [Phrase] {
    let kinds = EvidenceKind.allCases.compactMap { kind -> Phrase? in
      let count = (plan.record.added[kind] ?? 0) + (plan.health?.added[kind] ?? 0)
      let name = RecordWording.heading(kind)
      return count == 0 ? nil : Phrase("\(name.en): \(count)", "\(name.es): \(count)")
    }
    let others: [(Phrase, Int)] = [
      (Phrase("Papers", "Papeles"), plan.papers.added),
      (Phrase("Days of your externship", "Días de su práctica"), plan.days.added),
      (Phrase("Signatures, not confirmed", "Firmas, sin confirmar"), plan.signOffs.added),
      (Phrase("Letters", "Cartas"), plan.letters.added), (Phrase("Roadmaps", "Planes"), plan.roadmaps.added),
      (Phrase("Pages that you looked at", "Páginas que miró"), plan.looks.added),
    ]
    return kinds
      + others.filter { $0.1 > 0 }.map { name, count in Phrase("\(name.en): \(count)", "\(name.es): \(count)") }
  }

  private func notes(_ plan: ArchivePlan) -> [Phrase] {
    let records = [plan.record] + (plan.health.map { [$0] } ?? [])
    let counts = [plan.papers, plan.days, plan.signOffs, plan.letters, plan.looks, plan.roadmaps]
    let present = records.map(\.present).reduce(0, +) + counts.map(\.present).reduce(0, +)
    var notes = [Phrase("There already: \(present).", "Ya están: \(present).")]
    if plan.parts > 1 {
      notes.append(
        Phrase(
          "This is file \(plan.part) of \(plan.parts). Bring the others back too.",
          "Este es el archivo \(plan.part) de \(plan.parts). Traiga también los otros."))
    }
    func name(_ names: [String], _ english: String, _ spanish: String) {
      guard !names.isEmpty else { return }
      let list = names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", …" : "")
      notes.append(Phrase("\(english): \(list).", "\(spanish): \(list)."))
    }
    name(
      records.flatMap(\.differing) + counts.flatMap(\.differing),
      "Left as they are, since they say something else here", "Se dejan como están, pues aquí dicen otra cosa")
    let lowered = records.map(\.lowered).reduce(0, +)
    if lowered > 0 {
      notes.append(
        Phrase(
          "\(lowered) come with a check that a file cannot show: they count as your own word until checked again.",
          "\(lowered) traen una comprobación que un archivo no puede mostrar: cuentan como su palabra hasta comprobarse de nuevo."
        ))
    }
    name(
      plan.remade, "Papers that were not made so here: they are made anew, and their bytes change",
      "Papeles que no se hicieron así aquí: se hacen de nuevo, y sus bytes cambian")
    name(
      plan.loose, "Papers that will belong to nothing, as what they belonged to says something else here",
      "Papeles que no corresponderán a nada, pues aquello a lo que correspondían aquí dice otra cosa")
    let completed = records.flatMap(\.completed).map { RecordWording.heading($0) }
    if !completed.isEmpty {
      notes.append(
        Phrase(
          "Lists that are said to be whole: \(completed.map(\.en).joined(separator: ", ")).",
          "Listas que se dicen completas: \(completed.map(\.es).joined(separator: ", "))."))
    }
    return notes
  }
}
