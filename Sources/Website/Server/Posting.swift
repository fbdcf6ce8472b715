import HTML
import Vocabulary

extension Site {
  /// Takes the answer to one question, or shows the question again with what needs another look.
  func answer(_ fact: String, _ visit: Visit, _ form: Form) async throws -> Reply {
    guard case .ask(let value) = try await service.question(fact, visit) else {
      return missing(Address(.start, visit.language))
    }
    let entered = Entered(form: form)
    func again(_ errors: [FormError]) -> Reply {
      let form = QuestionPage(value: value, entered: entered, errors: errors, language: visit.language)
      return page(form.page(), status: 422)
    }
    let text: String
    switch value.read(entered, visit.language) {
    case .success(let read): text = read
    case .failure(let unread): return again(unread.errors)
    }
    let field = value.kind == .day ? "month" : "answer"
    switch try await service.accept(text, for: fact, visit) {
    case .refused(let message):
      return again([FormError(field: field, message: message)])
    case .kept(let answers) where sealed(answers).utf8.count > Self.longestCookie:
      return again([FormError(field: field, message: Self.full[visit.language])])
    case .kept(let answers):
      return redirect(.question(nil), visit.language, keeping: answers)
    }
  }

  /// A program of the list becomes the person's own; the interview goes on from there.
  func pick(_ id: String, _ visit: Visit) async throws -> Reply {
    guard let answers = try await service.pickProgram(id, visit) else {
      return missing(Address(.start, visit.language))
    }
    guard sealed(answers).utf8.count <= Self.longestCookie else {
      let error = FormError(field: "kept", message: Self.full[visit.language])
      return page(try await answersPage(visit, errors: [error]).page(), status: 422)
    }
    return redirect(.question(nil), visit.language, keeping: answers)
  }

  /// Takes the answers of a kept file.
  func load(_ visit: Visit, _ form: Form) async throws -> Reply {
    guard let text = form["kept"], form.fileNames["kept"].map({ $0.ending == "txt" }) ?? true,
      let answers = KeptFile.answers(file: text)
    else {
      let error = FormError(field: "kept", message: Self.notOurs[visit.language])
      return page(try await answersPage(visit, errors: [error]).page(), status: 422)
    }
    guard sealed(answers).utf8.count <= Self.longestCookie else {
      let error = FormError(field: "kept", message: Self.full[visit.language])
      return page(try await answersPage(visit, errors: [error]).page(), status: 422)
    }
    return redirect(.answers, visit.language, keeping: answers)
  }

  private static let full = Phrase(
    "These answers do not fit into the browser. Keep your answers in a file and shorten this one",
    "Estas respuestas no caben en el navegador. Guárdelas en un archivo y acorte esta")
  private static let notOurs = Phrase(
    "Pick a file of answers that Fobwatch saved", "Elija un archivo de respuestas guardado por Fobwatch")
}
