import HTML
import Vocabulary

extension Page {
  /// The whole page: head, masthead, main part, foot.
  ///
  /// - Parameter hasAccounts: whether somebody can have an account here.
  func html(edition: Edition?, hasAccounts: Bool = false) -> HTML {
    let (top, bottom) = (masthead(hasAccounts: hasAccounts), foot(edition, hasAccounts: hasAccounts))
    let skip = Phrase("Skip to the page", "Ir al contenido")[language]
    let look: HTML = isCompact ? " class=\"compact\"" : ""
    return """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title) | Fobwatch</title>
      <link rel="icon" href="\(Assets.favicon.address)" type="image/svg+xml">
      <link rel="stylesheet" href="\(Assets.stylesheet.address)">
      </head>
      <body\(look)>
      \(sprite(for: top, body))
      <a class="skip" href="#main">\(skip)</a>
      \(top)<main id="main">
      <div class="wrap">
      \(body)</div>
      </main>
      \(bottom)</body>
      </html>

      """
  }
}

/// "Back to …" above the heading.
func crumb(_ text: String, _ route: Route, _ language: Language) -> HTML {
  "<p class=\"crumbs\"><a href=\"\(url: Address(route, language).text)\">\(Icon.back.html) \(text)</a></p>\n"
}
