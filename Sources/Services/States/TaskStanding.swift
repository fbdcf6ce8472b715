import Rules
public import Vocabulary

/// How a state's rule stands to a task, for somebody, on a day: what a tile of the map says.
public enum TaskStanding: String, Sendable, Hashable, CaseIterable {
  /// The rule covers the task, and what it asks of the person is met.
  case listed
  /// The rule covers the task and asks for something that nobody told.
  case proof
  /// The rule covers the task for people who hold something else.
  case other
  /// The rule keeps medical assistants from it.
  case prohibited
  /// A rule is there, but sources disagree or the part that decides was not read.
  case open
  /// No rule of the state was found.
  case none

  /// In a few words, for a table.
  public var words: Phrase {
    switch self {
    case .listed: Phrase("Rule covers it", "La regla lo cubre")
    case .proof: Phrase("Needs proof", "Pide prueba")
    case .other: Phrase("Needs more", "Pide algo más")
    case .prohibited: Phrase("Rule says no", "La regla dice no")
    case .open: Phrase("Open: ask", "Sin resolver")
    case .none: Phrase("No rule found", "Sin regla")
    }
  }

  /// As a sentence.
  public var sentence: Phrase {
    switch self {
    case .listed:
      Phrase(
        "The rule covers this task. What it asks of the person is met.",
        "La regla cubre esta tarea. Se cumple lo que pide de la persona.")
    case .proof:
      Phrase(
        "The rule covers this task. It asks for proof that was not told.",
        "La regla cubre esta tarea. Pide una prueba que no se indicó.")
    case .other:
      Phrase("The rule asks for something this person does not hold.", "La regla pide algo que esta persona no tiene.")
    case .prohibited:
      Phrase(
        "The rule says that medical assistants do not do this.",
        "La regla dice que los asistentes médicos no hacen esto.")
    case .open:
      Phrase(
        "A rule is there, but what decides is not known, or texts disagree.",
        "Hay una regla, pero no se sabe qué decide, o los textos no coinciden.")
    case .none:
      Phrase("No rule of this state was found.", "No se encontró una regla de este estado.")
    }
  }
}

extension RuleBook {
  /// Whether the words in force on a day keep everybody out: no record whatever would meet them.
  func isProhibited(_ id: Requirement.ID, on day: CivilDate) -> Bool {
    switch requirements[id].word {
    case .leaf(.prohibited): true
    case .leaf: false
    case .all(let parts): parts.contains { isProhibited($0, on: day) }
    case .any(let parts), .conflict(_, let parts): parts.allSatisfy { isProhibited($0, on: day) }
    case .atLeastOf(let count, let parts): parts.count { !isProhibited($0, on: day) } < count
    case .some(_, let child): isProhibited(child, on: day)
    case .rule(let index): isProhibited(rules[index].root, on: day)
    case .versions(.day, let list):
      list.choices.value(on: day).candidates.allSatisfy { version in
        list.versions[version].requirement.map { isProhibited($0, on: day) } ?? false
      }
    case .versions: false
    }
  }
}
