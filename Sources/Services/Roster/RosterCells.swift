import Knowledge
import Rules
import Vocabulary

/// Reads single cells: what they say, or what was expected.
struct RosterCells {
  private let marks: [String: String]
  private let bareMarks: [String: String]
  private let licenses: [String: [String: String]]
  private let states: [String: String]
  let known: String

  init(_ base: KnowledgeBase) {
    var marks: [String: String] = [:]
    var bare: [String: [String]] = [:]
    for credential in base.credentials {
      marks[credential.id] = credential.id
      marks[RosterMapping.key(credential.mark)] = credential.id
      let letters = RosterMapping.key(String(credential.mark.prefix { $0 != " " && $0 != "(" }))
      bare[letters, default: []].append(credential.id)
    }
    self.marks = marks
    bareMarks = bare.compactMapValues { $0.count == 1 ? $0[0] : nil }
    known = base.credentials.map(\.mark).joined(separator: ", ")
    var licenses: [String: [String: String]] = [:]
    var states = StateNames.all
    for jurisdiction in base.jurisdictions {
      states[RosterMapping.key(jurisdiction.name.en)] = jurisdiction.id
      states[RosterMapping.key(jurisdiction.name.es)] = jurisdiction.id
      for license in jurisdiction.licenses {
        let words = [license.name.en, license.name.es, String(license.id.drop { $0 != "/" }.dropFirst())]
        for word in words { licenses[jurisdiction.id, default: [:]][RosterMapping.key(word)] = license.id }
        for word in words {
          // "Medical Assistant-Certified (MA-C)": the letters alone do too.
          if let open = word.firstIndex(of: "("), let close = word.lastIndex(of: ")"), open < close {
            let letters = RosterMapping.key(String(word[word.index(after: open)..<close]))
            licenses[jurisdiction.id, default: [:]][letters] = license.id
          }
        }
        licenses["", default: [:]][license.id] = license.id
      }
    }
    self.licenses = licenses
    self.states = states
  }

  /// Nothing on record.
  static func isNone(_ text: String) -> Bool {
    if text.isEmpty { return true }
    guard text.utf8.count <= 7 else { return false }
    return ["none", "n/a", "na", "-", "--", "ninguno", "ninguna", "no hay"].contains(text.lowercased())
  }

  /// The sheet does not say.
  static func isUnknown(_ text: String) -> Bool {
    guard text.utf8.count <= 12 else { return false }
    return ["?", "unknown", "pending", "tbd", "no se sabe", "pendiente"].contains(text.lowercased())
  }

  static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "y", "true", "clear", "cleared", "pass", "passed", "1", "sí", "si", "s", "x": true
    case "no", "n", "false", "not clear", "fail", "failed", "0": false
    default: nil
    }
  }

  /// `us-wa` of "WA", "Washington" or "us-wa".
  func state(_ text: String) -> String? {
    states[RosterMapping.key(text)]
  }

  /// The credential of "CMA (AAMA)", "aama/cma" or, where the letters mean only one here, "CMA".
  func certification(_ text: String) -> (id: String, isBare: Bool)? {
    if let id = marks[text] ?? marks[RosterMapping.key(text)] { return (id, false) }
    return bareMarks[RosterMapping.key(text)].map { ($0, true) }
  }

  /// The credential of a state: "MA-C" in Washington, or "us-wa/ma-c".
  func license(_ text: String, in state: String?) -> String? {
    if let id = licenses[""]?[text] { return id }
    return state.flatMap { licenses[$0]?[RosterMapping.key(text)] }
  }
}
