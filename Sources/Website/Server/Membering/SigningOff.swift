import Services
import Vocabulary

/// What a preceptor does who has a link of somebody's externship.
extension MemberVisit {
  private var signOffs: SignOffs { SignOffs(accounts) }

  func signOffPage(_ token: String) async throws -> Reply {
    quiet(reply(to: try await signOffs.look(token, origin: origin, viewer: signedIn, at: now), token))
  }

  func signOff(_ token: String, _ form: Form) async throws -> Reply {
    let entry = SignOffEntry(form)
    func again(_ shown: SignOffs.Shown, _ field: String, _ message: Phrase) -> Reply {
      quiet(
        page(
          SignOffPage(
            route: route, shown: shown, entry: entry, errors: [FormError(field: field, message: text(message))],
            until: words(shown.endsAt), token: formToken
          ).page(language), status: 422))
    }
    guard ["sign", "decline"].contains(entry.answer) else {
      let look = try await signOffs.look(token, origin: origin, viewer: signedIn, at: now)
      guard case .open(let shown) = look else { return quiet(reply(to: look, token)) }
      return again(shown, "answer", Phrase("Pick one", "Elija una opción"))
    }
    let draft = SignOffs.Draft(
      seen: form["seen"] ?? "", name: entry.name, role: entry.role,
      declined: entry.answer == "decline" ? entry.declined : nil, reference: entry.consents ? entry.reference : nil)
    switch try await signOffs.answer(token, draft, origin: origin, viewer: signedIn, at: now) {
    case .answered: return quiet(redirect(.signOff(token)))
    case .notOpen(let look): return quiet(reply(to: look, token))
    case .changedMeanwhile(let shown):
      return again(
        shown, "answer",
        Phrase(
          "These days were changed since you opened the page. Look at them again",
          "Estos días cambiaron desde que abrió la página. Mírelos otra vez"))
    case .refused(let field, .badText, let shown): return again(shown, field.rawValue, Self.expected(field))
    case .refused(let field, .patient(let signs), let shown):
      return again(shown, field.rawValue, PatientTextWording.refusal(signs))
    }
  }

  func endReference(_ token: String) async throws -> Reply {
    guard try await signOffs.withdraw(token, origin: origin, viewer: signedIn, at: now) else { return nothingHere }
    return quiet(redirect(.signOff(token)))
  }

  private func reply(to look: SignOffs.Look, _ token: String) -> Reply {
    switch look {
    case .unknown: return nothingHere
    case .ended: return page(SignOffPage.ended(route, language), status: 410)
    case .own: return page(SignOffPage.own(route, language), status: 403)
    case .wait(let until):
      let minutes = waitError("name", until: until).message
      let notice = NoticePage(
        route: route, title: Phrase("Too many looks", "Demasiadas consultas"), text: Phrase(minutes, minutes))
      return waiting(notice.page(language), until: until)
    case .answered(let at, let isSigned, let isReference):
      return page(
        SignOffPage.answered(
          route, token, at: words(at), isSigned: isSigned, isReference: isReference, form: formToken, language))
    case .open(let shown):
      return page(
        SignOffPage(route: route, shown: shown, until: words(shown.endsAt), token: formToken).page(language))
    }
  }

  private static func expected(_ field: SignOffs.Field) -> Phrase {
    switch field {
    case .name: Phrase("Give your name", "Escriba su nombre")
    case .role: Phrase("Say what you are there", "Diga qué es usted ahí")
    case .declined: Phrase("Say in one line why not", "Diga en una línea por qué no")
    case .reference:
      Phrase("Say how you can be reached, or take the tick away", "Diga cómo contactarle, o quite la marca")
    }
  }

  /// No search engine keeps it.
  private func quiet(_ reply: Reply) -> Reply {
    var reply = reply
    reply.headers.append(("X-Robots-Tag", "noindex, nofollow, noarchive"))
    return reply
  }
}
