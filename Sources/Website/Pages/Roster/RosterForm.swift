import HTML
import Vocabulary

/// The form of the roster page: the sheet, the set, the days, and how the columns are read.
struct RosterForm {
  let value: RosterPage.Value
  let language: Language

  var html: HTML {
    let check = Phrase("Check the roster", "Comprobar la lista")[language]
    let download = Phrase("Download the answer (CSV)", "Descargar la respuesta (CSV)")[language]
    let second: HTML =
      value.result == nil
      ? "" : "<button class=\"btn second\" type=\"submit\" name=\"as\" value=\"csv\">\(download)</button>"
    return """
      <form class="card stack mt-5" action="\(url: Address(.roster, language).text)" method="post" enctype="multipart/form-data">
      \(sheet)\(settings)\(columns)<div class="row"><button class="btn" type="submit">\(check)</button>\(second)</div></form>

      """
  }

  private var sheet: HTML {
    let label = Phrase("The sheet", "La hoja")[language]
    let hint = Phrase(
      "CSV (UTF-8) or Excel (.xlsx), up to 3 MB, headers in the first row",
      "CSV (UTF-8) o Excel (.xlsx), hasta 3 MB, encabezados en la primera fila")[language]
    let isKept = !value.request.sheet.isEmpty
    let again = Phrase(
      "The last sheet is used again unless you pick another.", "Se usa otra vez la última hoja si no elige otra.")[
        language]
    let kept: HTML =
      isKept
      ? "<input type=\"hidden\" name=\"kept\" value=\"\(SheetText.text(value.request.sheet))\"><p class=\"hint\">\(again)</p>"
      : ""
    return """
      <div class="field"><label for="sheet">\(label)</label><span class="hint" id="sheet-hint">\(hint)</span>\
      <input id="sheet" name="sheet" type="file" accept=".csv,.xlsx,text/csv" aria-describedby="sheet-hint">\(kept)</div>

      """
  }

  private var settings: HTML {
    let sets = value.sets.map { set in
      Pick(set.id, set.title + (set.isSample ? Phrase(" (sample)", " (muestra)")[language] : ""))
    }
    let says = Phrase("The sheet says", "Lo dice la hoja")[language]
    let orders = [
      Pick("", Phrase("The sheet proves it", "La hoja lo prueba")[language]),
      Pick("month-first", Phrase("Month first: 11/22/2026", "Primero el mes: 11/22/2026")[language]),
      Pick("day-first", Phrase("Day first: 22/11/2026", "Primero el día: 22/11/2026")[language]),
    ]
    let centuries = [
      Pick("", Phrase("Years have four digits", "Los años tienen cuatro cifras")[language]),
      Pick("2000", Phrase("27 is 2027", "27 es 2027")[language]),
      Pick("1900", Phrase("27 is 1927", "27 es 1927")[language]),
    ]
    let fields: [HTML] = [
      list("set", Phrase("Requirements", "Requisitos"), sets, value.request.set),
      day("from", Phrase("First day of work", "Primer día de trabajo"), value.request.from),
      day("to", Phrase("Last day of work", "Último día de trabajo"), value.request.to),
      list("state", Phrase("State", "Estado"), [Pick("", says)] + value.states, value.request.state),
      list("dates", Phrase("Days in the sheet", "Días de la hoja"), orders, value.request.dates),
      list("century", Phrase("Years", "Años"), centuries, value.request.century),
    ]
    let abouts = value.sets.map { set -> HTML in
      "<li><strong>\(set.title):</strong> \(set.about)</li>\n"
    }
    return "<div class=\"filters\">\(fields)</div><ul class=\"fine\">\(abouts)</ul>\n"
  }

  private var columns: HTML {
    guard !value.columns.isEmpty else { return "" }
    let title = Phrase("How the columns are read", "Cómo se leen las columnas")[language]
    let hint = Phrase(
      "Correct what is wrong, then check again.", "Corrija lo que no sea así y compruebe de nuevo.")[language]
    let fields = value.columns.map { column -> HTML in
      let options = value.fields.map { field -> HTML in
        let mark: HTML = field.value == column.field ? " selected" : ""
        return "<option value=\"\(field.value)\"\(mark)>\(field.text)</option>"
      }
      let header =
        column.header.isEmpty ? Phrase("Column \(column.number)", "Columna \(column.number)")[language] : column.header
      let note: HTML = column.note.isEmpty ? "" : "<span class=\"hint\">\(column.note)</span>"
      return """
        <div class="field"><label for="column-\(column.number)">\(header)</label>\
        <select id="column-\(column.number)" name="column-\(column.number)">\(options)</select>\(note)</div>

        """
    }
    return """
      <fieldset class="stack tight"><legend><h2>\(title)</h2></legend><p class="fine">\(hint)</p>\
      <div class="filters">\(fields)</div></fieldset>

      """
  }

  private func list(_ name: String, _ label: Phrase, _ picks: [Pick], _ chosen: String) -> HTML {
    let options = picks.map { pick -> HTML in
      let mark: HTML = pick.value == chosen ? " selected" : ""
      return "<option value=\"\(pick.value)\"\(mark)>\(pick.text)</option>"
    }
    return """
      <div class="field"><label for="\(name)">\(label[language])</label>\
      <select id="\(name)" name="\(name)">\(options)</select></div>

      """
  }

  private func day(_ name: String, _ label: Phrase, _ day: CivilDate?) -> HTML {
    """
    <div class="field"><label for="\(name)">\(label[language])</label>\
    <input id="\(name)" name="\(name)" type="date" value="\(day?.description ?? "")"></div>

    """
  }
}
