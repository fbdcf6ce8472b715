import HTML
import Vocabulary

extension Page.Section {
  var name: Phrase {
    switch self {
    case .become: Phrase("Become certified", "Obtener la certificación")
    case .compare: Phrase("Compare credentials", "Comparar credenciales")
    case .states: Phrase("State rules", "Reglas por estado")
    case .know: Phrase("How we know", "Cómo lo sabemos")
    }
  }

  var route: Route {
    switch self {
    case .become: .question(nil)
    case .compare: .compare
    case .states: .states(StateQuestion())
    case .know: .howWeKnow
    }
  }
}

extension Page {
  /// The name, the main menu (folded on a phone), the minute track and the sample banner.
  ///
  /// It is the same for everybody, signed in or not: pages that are the same for everybody are kept and given to all.
  func masthead(hasAccounts: Bool) -> HTML {
    let items = items(hasAccounts: hasAccounts)
    let home = Address(.start, language).text
    let (main, small) = (
      Phrase("Main", "Principal")[language], Phrase("Main, small screen", "Principal, pantalla pequeña")
    )
    let menu = Phrase("Menu", "Menú")[language]
    return """
      <header class="masthead">
        <div class="wrap">
          <a class="brand" href="\(url: home)">\(wordmark)</a>
          <nav class="nav" aria-label="\(main)"><ul role="list">\(items)</ul></nav>
          <details class="menu"><summary>\(Icon.menu.html) \(menu)</summary><div>\
      <nav aria-label="\(small[language])"><ul role="list">\(items)</ul></nav></div></details>
        </div>
        <div class="track" aria-hidden="true"></div>
      \(sampleBanner)</header>

      """
  }

  private func items(hasAccounts: Bool) -> HTML {
    let sections = Self.sections[language].map { $0.section == section ? $0.current : $0.other }
    return "\(sections)\(languageSwitch)\(hasAccounts ? Self.accountLink[language] : "")"
  }

  /// The links to the sections, on their own pages and on others: made once.
  private static let sections = Translated { language in
    Section.allCases.map { section in
      let (address, name) = (Address(section.route, language).text, section.name[language])
      let current: HTML = "<li><a href=\"\(url: address)\" aria-current=\"page\">\(name)</a></li>\n"
      let other: HTML = "<li><a href=\"\(url: address)\">\(name)</a></li>\n"
      return (section: section, current: current, other: other)
    }
  }

  /// To the account; who is not signed in comes to the page for that.
  private static let accountLink = Translated { language -> HTML in
    let address = Address(.member(.account), language).text
    return "<li><a href=\"\(url: address)\">\(Phrase("Account", "Cuenta")[language])</a></li>\n"
  }

  /// The same page in the other language, named in that language.
  private var languageSwitch: HTML {
    let other: Language = language == .english ? .spanish : .english
    let name = other == .spanish ? "Español" : "English"
    let address = Address(self.address.route, other).text
    return """
      <li class="end"><a href="\(url: address)" lang="\(other.rawValue)" hreflang="\(other.rawValue)">\
      \(Icon.globe.html) \(name)</a></li>

      """
  }

  private var sampleBanner: HTML {
    guard isSample else { return "" }
    let title = Phrase("Sample data.", "Datos de muestra.")[language]
    let text = Phrase(
      "People, places and amounts marked “sample” are made up.",
      "Las personas, los lugares y los importes marcados «muestra» son inventados.")[language]
    return "  <div class=\"sample\"><div class=\"wrap\"><span><b>\(title)</b> \(text)</span></div></div>\n"
  }
}
