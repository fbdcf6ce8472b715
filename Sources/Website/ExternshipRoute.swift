public import Services

/// The addresses of one's own externship ledger.
public enum ExternshipRoute: Sendable, Hashable {
  case ledger
  /// The form for another day.
  case add
  /// A day with its history. A POST corrects it.
  case day(ExternshipDay.ID)
  /// POST only: it is taken out.
  case removal(ExternshipDay.ID)
  /// The form of a link for a preceptor. A POST makes one.
  case links
  /// POST only: a link is ended.
  case linkEnd
  /// Letters that were asked for. A POST notes another one.
  case letters
  /// POST only: what became of one.
  case letter(ExperienceLetter.ID)
  /// GET only: the ledger as a file.
  case file

  /// Whether there is a page to look at.
  var isPage: Bool {
    switch self {
    case .ledger, .add, .day, .links, .letters: true
    case .removal, .linkEnd, .letter, .file: false
    }
  }

  /// The page from which a form comes; for a page itself that one.
  var origin: ExternshipRoute {
    switch self {
    case .removal(let id): .day(id)
    case .linkEnd, .file: .ledger
    case .letter: .letters
    case .ledger, .add, .day, .links, .letters: self
    }
  }

  /// The address in English.
  ///
  /// - Parameter shown: how what stands in it is written: itself, or its name.
  func text(_ shown: (String, String) -> String) -> String {
    let start = "/account/externship"
    return switch self {
    case .ledger: start
    case .add: start + "/add"
    case .day(let id): start + "/days/\(shown(id.text, "day"))"
    case .removal(let id): start + "/days/\(shown(id.text, "day"))/removal"
    case .links: start + "/links"
    case .linkEnd: start + "/links/removal"
    case .letters: start + "/letters"
    case .letter(let id): start + "/letters/\(shown(id.text, "letter"))"
    case .file: start + "/file"
    }
  }

  /// Reads the parts of a path after `/account/externship`; nil when they are none of these.
  init?(_ parts: [String]) {
    switch (parts.first, parts.count) {
    case (nil, _): self = .ledger
    case ("add", 1): self = .add
    case ("file", 1): self = .file
    case ("links", 1): self = .links
    case ("links", 2) where parts[1] == "removal": self = .linkEnd
    case ("letters", 1): self = .letters
    case ("letters", 2):
      guard let id = ExperienceLetter.ID(text: parts[1]) else { return nil }
      self = .letter(id)
    case ("days", 2...3):
      guard let id = ExternshipDay.ID(text: parts[1]), parts.count == 2 || parts[2] == "removal" else { return nil }
      self = parts.count == 2 ? .day(id) : .removal(id)
    default: return nil
    }
  }
}
