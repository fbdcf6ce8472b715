import HTML
import Services
import Vocabulary

/// Where somebody is signed in, and how to end that.
struct SessionsPage {
  struct Line {
    let session: Session.ID
    let device: DeviceLabel
    let isThis: Bool
    let isShared: Bool
    let began: String
    let used: String
  }

  let lines: [Line]
  let token: String?

  func page(_ language: Language) -> Page {
    let items = lines.map { item($0, language) }
    let others = MemberForm(
      action: .sessionEnd, token: token, button: Phrase("End all others", "Cerrar todas las demás"), look: "btn")
    let known = Phrase(
      "Ending all others also forgets the browsers that you are known in.",
      "Cerrar todas las demás también olvida los navegadores donde se le conoce.")
    return memberPage(
      Phrase("Where you are signed in", "Dónde tiene sesión abierta"), .sessions,
      body: """
        <ul class="list card">\(items)</ul>
        \(lines.count > 1 ? others.html(language) : "")<p class="fine">\(known[language])</p>
        """, language)
  }

  private func item(_ line: Line, _ language: Language) -> HTML {
    let name = DeviceWording.text(line.device)[language]
    let mark = line.isThis ? Phrase(" (here)", " (aquí)")[language] : ""
    let shared = line.isShared ? Phrase("Shared phone. ", "Teléfono compartido. ")[language] : ""
    let times = Phrase("Since \(line.began), last used \(line.used).", "Desde \(line.began), último uso \(line.used).")
    let form = MemberForm(
      action: .sessionEnd, token: token, button: Phrase("End it", "Cerrarla"), look: "btn second small",
      hidden: [("session", line.session.text)], about: name)
    return """
      <li class="row apart"><div><p><strong>\(name)\(mark)</strong></p>\
      <p class="fine">\(shared)\(times[language])</p></div>\(line.isThis ? "" : form.html(language))</li>

      """
  }
}

/// A device in words.
enum DeviceWording {
  static func text(_ device: DeviceLabel) -> Phrase {
    let system: Phrase =
      switch device.system {
      case .android: Phrase("Android", "Android")
      case .iphone: Phrase("iPhone", "iPhone")
      case .ipad: Phrase("iPad", "iPad")
      case .windows: Phrase("Windows", "Windows")
      case .mac: Phrase("Mac", "Mac")
      case .linux: Phrase("Linux", "Linux")
      case .chromebook: Phrase("Chromebook", "Chromebook")
      case .other: Phrase("Another device", "Otro dispositivo")
      }
    let browser: Phrase =
      switch device.browser {
      case .chrome: Phrase("Chrome", "Chrome")
      case .edge: Phrase("Edge", "Edge")
      case .firefox: Phrase("Firefox", "Firefox")
      case .safari: Phrase("Safari", "Safari")
      case .other: Phrase("another browser", "otro navegador")
      }
    return Phrase("\(system.en), \(browser.en)", "\(system.es), \(browser.es)")
  }
}
