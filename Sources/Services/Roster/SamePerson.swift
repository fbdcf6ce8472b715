import Foundation
import Vocabulary

/// Notices rows that may be about one person: the same number under two names, the same name written twice.
struct SamePerson {
  private struct Seen {
    let row: Int
    let name: String
  }

  /// How many notes are kept.
  static let limit = 500

  private var numbers: [String: Seen] = [:]
  private var names: [String: Seen] = [:]
  private(set) var notes: [RosterNote] = []

  mutating func note(_ person: RosterPerson) {
    let key = SamePerson.nameKey(person.name)
    var found: Int?
    for (kind, number) in [("certificate", person.certificate), ("license " + (person.state ?? ""), person.license)] {
      guard let number = number.map(SamePerson.numberKey), number.count >= 4 else { continue }
      if let seen = numbers[kind + number] {
        found = seen.row
        let isOne = SamePerson.nameKey(seen.name) == key
        add(
          [seen.row, person.row],
          isOne
            ? Phrase(
              "Rows \(seen.row) and \(person.row) have the same number and name: \(person.name) may stand twice.",
              "Las filas \(seen.row) y \(person.row) tienen el mismo número y nombre: \(person.name) puede estar dos veces."
            )
            : Phrase(
              "Rows \(seen.row) and \(person.row) have the same number: \(seen.name) and \(person.name) may be one person.",
              "Las filas \(seen.row) y \(person.row) tienen el mismo número: \(seen.name) y \(person.name) pueden ser una persona."
            ))
        break
      }
      numbers[kind + number] = Seen(row: person.row, name: person.name)
    }
    guard !key.isEmpty else { return }
    if let seen = names[key] {
      if found != seen.row {
        add(
          [seen.row, person.row],
          seen.name == person.name
            ? Phrase(
              "Rows \(seen.row) and \(person.row) have the same name: \(person.name) may stand twice.",
              "Las filas \(seen.row) y \(person.row) tienen el mismo nombre: \(person.name) puede estar dos veces.")
            : Phrase(
              "Rows \(seen.row) and \(person.row) have the same name written two ways: \(seen.name) and \(person.name) may be one person.",
              "Las filas \(seen.row) y \(person.row) tienen el mismo nombre escrito de dos modos: \(seen.name) y \(person.name) pueden ser una persona."
            ))
      }
    } else {
      names[key] = Seen(row: person.row, name: person.name)
    }
  }

  private mutating func add(_ rows: [Int], _ text: Phrase) {
    if notes.count < SamePerson.limit { notes.append(RosterNote(rows: rows, text: text)) }
  }

  /// The parts of a name without case, accents, order, initials and additions: "Reyes, Ana M." is "ana reyes".
  static func nameKey(_ name: String) -> String {
    RosterMapping.key(name).split(separator: " ")
      .filter { $0.count > 1 && !["jr", "sr", "ii", "iii", "iv"].contains($0) }
      .sorted().joined(separator: " ")
  }

  /// Letters and digits of a number, without zeros in front.
  static func numberKey(_ number: String) -> String {
    String(number.uppercased().filter { $0.isLetter || $0.isNumber }.drop { $0 == "0" })
  }
}
