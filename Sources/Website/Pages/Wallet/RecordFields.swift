import HTML
import Rules
import Services
import Vocabulary

/// The fields of a form about one record, made from the schema of its kind.
struct RecordFields {
  let kind: EvidenceKind
  let choices: RecordChoices
  let entered: EnteredRecord
  /// What the fields have no place for, in words, by the name of the field.
  var kept: [String: String] = [:]
  let errors: [FormError]
  let language: Language

  var html: HTML {
    let fields = kind.fields.map { field($0) }
    guard !kind.isHealth else { return "\(fields)" }
    let provenance = Website.Field(
      name: EnteredRecord.provenance, label: Phrase("Where it is written down", "Dónde está escrito"),
      hint: RecordHelp.provenance, value: entered[EnteredRecord.provenance], errors: errors)
    return "\(fields)\(provenance.html(language))"
  }

  // MARK: - By content

  private func field(_ field: Rules.Field) -> HTML {
    switch field.content {
    case .day:
      group(
        field,
        RecordDate(name: field.name, entered: entered, errors: errors, language: language, hint: hintID(field)).html
          + ticks(field))
    case .amount(let unit): amount(field, unit)
    case .flag:
      list(
        field,
        [
          RecordChoices.Option("yes", Phrase("Yes", "Sí")), RecordChoices.Option("no", Phrase("No", "No")),
        ])
    case .choice, .name:
      if let options = choices.options(field) { list(field, options) } else { text(field) }
    case .set: group(field, several(field))
    case .spans(let allowed): group(field, spans(field, allowed))
    }
  }

  private func label(_ field: Rules.Field) -> String {
    let name = FieldWording.field(field)[language]
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private func hintID(_ field: Rules.Field) -> String? {
    RecordHelp.text(field) == nil ? nil : field.name + "-hint"
  }

  private func hint(_ field: Rules.Field) -> HTML {
    let help: HTML =
      RecordHelp.text(field).map { "<span class=\"hint\" id=\"\(field.name)-hint\">\($0[language])</span>" } ?? ""
    guard let text = kept[field.name] else { return help }
    let known = Phrase(
      "Known so far: \(text). Typing something replaces it.", "Hasta ahora: \(text). Lo que escriba lo reemplaza.")
    let forget = Choice("1", Phrase("Forget it", "Olvidarlo")[language])
    let line = choiceLine(
      forget, name: field.name + "-forget", id: field.name + "-forget", picking: .several,
      checked: entered.isTicked(field.name + "-forget"), soft: true)
    return "\(help)<p class=\"fine\">\(known[language])</p>\(line)"
  }

  /// Several inputs that belong together.
  private func group(_ field: Rules.Field, _ inputs: HTML) -> HTML {
    """
    <fieldset class="stack tight" id="\(field.name)"><legend>\(label(field))</legend>\(hint(field))\
    \(errorMessage(errors.first { $0.field == field.name }))\(inputs)</fieldset>

    """
  }

  private func text(_ field: Rules.Field) -> HTML {
    let own = Website.Field(
      name: field.name, label: Phrase(label(field), label(field)), hint: RecordHelp.text(field),
      value: entered[field.name], errors: errors)
    return own.html(language)
  }

  private func list(_ field: Rules.Field, _ options: [RecordChoices.Option]) -> HTML {
    let error = errors.first { $0.field == field.name }
    let none = RecordChoices.Option("", Phrase("Not known", "No se sabe"))
    let lines = ([none] + options).map { option -> HTML in
      let mark: HTML = option.value == entered[field.name] ? " selected" : ""
      return "<option value=\"\(option.value)\"\(mark)>\(option.text[language])</option>"
    }
    return """
      <div class="\(error == nil ? "field" : "field bad")"><label for="\(field.name)">\(label(field))</label>\
      \(hint(field))\(errorMessage(error))\
      <select id="\(field.name)" name="\(field.name)"\(state(error, field))>\(lines)</select></div>

      """
  }

  private func amount(_ field: Rules.Field, _ unit: String) -> HTML {
    let error = errors.first { $0.field == field.name }
    let more = Choice("1", Phrase("Or more", "O más")[language])
    let line = choiceLine(
      more, name: field.name + "-more", id: field.name + "-more", picking: .several,
      checked: entered.isTicked(field.name + "-more"), soft: true)
    return """
      <div class="\(error == nil ? "field" : "field bad")"><label for="\(field.name)">\(label(field)) \
      (\(FieldWording.units(unit)[language]))</label>\(hint(field))\(errorMessage(error))\
      <input class="w4" id="\(field.name)" name="\(field.name)" inputmode="decimal" autocomplete="off" \
      value="\(entered[field.name])"\(state(error, field))></div>\(line)

      """
  }

  private func state(_ error: FormError?, _ field: Rules.Field) -> HTML {
    let marks = [error.map { "\($0.field)-error" }, hintID(field)].compactMap(\.self)
    let described: HTML = marks.isEmpty ? "" : " aria-describedby=\"\(marks.joined(separator: " "))\""
    return error == nil ? described : described + " aria-invalid=\"true\""
  }

  private func ticks(_ field: Rules.Field) -> HTML {
    var lines: [HTML] = []
    if field.canBePlanned {
      lines.append(tick(field.name + "-planned", Phrase("Planned, not done yet", "Previsto, aún no hecho")))
    }
    if field.canBeNever { lines.append(tick(field.name + "-never", Phrase("Has not happened", "No ha ocurrido"))) }
    return "\(lines)"
  }

  private func tick(_ name: String, _ text: Phrase) -> HTML {
    choiceLine(
      Choice("1", text[language]), name: name, id: name, picking: .several, checked: entered.isTicked(name), soft: true)
  }

  private func several(_ field: Rules.Field) -> HTML {
    let lines = (choices.options(field) ?? []).map { option in
      choiceLine(
        Choice(option.value, option.text[language]), name: field.name, id: "\(field.name)-\(option.value)",
        picking: .several, checked: entered.all(field.name).contains(option.value))
    }
    return "\(lines)\(tick(field.name + "-none", Phrase("None of these", "Ninguno de estos")))"
  }

  private func spans(_ field: Rules.Field, _ allowed: [String]) -> HTML {
    let options = [("", Phrase("Nobody", "Nadie")[language])] + allowed.map { ($0, FieldWording.word($0)[language]) }
    let rows = (1...EnteredRecord.mostSpans).map { index -> HTML in
      let place = "\(field.name)-\(index)"
      let who = Picker(
        name: place + "-by", label: Phrase("By whom (\(index))", "Por quién (\(index))"), options: options,
        picked: entered[place + "-by"])
      func date(_ ending: String, _ label: Phrase) -> HTML {
        let inputs = RecordDate(name: place + ending, entered: entered, errors: errors, language: language, hint: nil)
        return
          "<div role=\"group\" aria-label=\"\(label[language])\"><p class=\"label\">\(label[language])</p>\(inputs.html)</div>\n"
      }
      return """
        <div class="leaf stack tight">\(errorMessage(errors.first { $0.field == place + "-by" }))\(who.html(language))\
        \(date("-from", Phrase("From (\(index))", "Desde (\(index))")))\(date("-until", Phrase("Until (\(index)); empty: it has not ended", "Hasta (\(index)); vacío: no ha terminado")))</div>

        """
    }
    return "\(rows)\(tick(field.name + "-none", Phrase("None", "Ninguna")))"
  }
}
