public import Services
import Vocabulary

/// The addresses of coaching: of who coaches, and of who is coached.
public enum CoachingRoute: Sendable, Hashable {
  /// Whom one coaches.
  case list
  /// One of them, as they share with an organization.
  case candidate(Organization.ID, PersonID)
  /// POST only: another note about them.
  case note(Organization.ID, PersonID)
  /// POST only: the goal, who sees to it, and the answer that is expected.
  case plan(Organization.ID, PersonID)
  /// Who coaches oneself.
  case own
  /// POST only: they see nothing any more.
  case end
  /// GET only: what was ever noted about oneself.
  case file

  /// Whether there is a page to look at.
  var isPage: Bool {
    switch self {
    case .list, .candidate, .own: true
    case .note, .plan, .end, .file: false
    }
  }

  /// The page from which a form comes; for a page itself that one.
  var origin: CoachingRoute {
    switch self {
    case .note(let id, let person), .plan(let id, let person): .candidate(id, person)
    case .end, .file: .own
    case .list, .candidate, .own: self
    }
  }

  /// The address in English.
  ///
  /// - Parameter shown: how what stands in it is written: itself, or its name.
  func text(_ shown: (String, String) -> String) -> String {
    func one(_ id: Organization.ID, _ person: PersonID) -> String {
      "/coaching/\(shown(id.text, "organization"))/\(shown(person.text, "person"))"
    }
    return switch self {
    case .list: "/coaching"
    case .candidate(let id, let person): one(id, person)
    case .note(let id, let person): one(id, person) + "/notes"
    case .plan(let id, let person): one(id, person) + "/plan"
    case .own: "/account/coach"
    case .end: "/account/coach/removal"
    case .file: "/account/coach/file"
    }
  }

  /// Reads the parts of a path after `/account/coach`; nil when they are none of these.
  init?(own parts: [String]) {
    switch parts {
    case []: self = .own
    case ["removal"]: self = .end
    case ["file"]: self = .file
    case _: return nil
    }
  }

  /// Reads the parts of a path after `/coaching`; nil when they are none of these.
  init?(_ parts: [String]) {
    guard let first = parts.first else {
      self = .list
      return
    }
    guard (2...3).contains(parts.count), let id = Organization.ID(text: first), let person = PersonID(text: parts[1])
    else { return nil }
    switch parts.dropFirst(2).first {
    case nil: self = .candidate(id, person)
    case "notes": self = .note(id, person)
    case "plan": self = .plan(id, person)
    case .some: return nil
    }
  }
}
