public import Knowledge
public import Vocabulary

extension Duty.Side {
  /// "With patients", "In the office".
  public var words: Phrase {
    switch self {
    case .clinical: Phrase("Clinical: with patients", "Clínicas: con pacientes")
    case .administrative: Phrase("Administrative: in the office", "Administrativas: en la oficina")
    }
  }
}

extension DutyTag.Kind {
  public var words: Phrase {
    switch self {
    case .chronic: Phrase("Long-term", "De largo plazo")
    case .acute: Phrase("Sudden or short", "Repentinas o cortas")
    case .preventive: Phrase("Staying healthy", "Cuidar la salud")
    }
  }
}

/// What a duty is linked to, in words.
public struct DutyWording {
  private let base: KnowledgeBase

  public init(_ base: KnowledgeBase) { self.base = base }

  /// The exam areas of a duty by credential: "CMA (AAMA)" and "Clinical; General".
  public func exams(_ duty: Duty) -> [(credential: Credential, areas: Phrase)] {
    var order: [String] = []
    for area in duty.exams where !order.contains(area.credential) { order.append(area.credential) }
    return order.compactMap { id in
      guard let credential = base.credential(id) else { return nil }
      let texts = duty.exams.filter { $0.credential == id }.compactMap { base.value(id, $0.value)?.text }
      return (
        credential,
        Phrase(texts.map(\.en).joined(separator: "; "), texts.map(\.es).joined(separator: "; "))
      )
    }
  }

  /// The categories of continuing education: "CMA (AAMA): clinical".
  public func categories(_ duty: Duty) -> [Phrase] {
    duty.categories.compactMap { category in
      base.credential(category.credential).map { credential in
        let name = DutyWording.category(category.name)
        return Phrase("\(credential.mark): \(name.en)", "\(credential.mark): \(name.es)")
      }
    }
  }

  static func category(_ name: String) -> Phrase {
    switch name {
    case "clinical": Phrase("clinical", "clínica")
    case "administrative": Phrase("administrative", "administrativa")
    case "general": Phrase("general", "general")
    default: Phrase(name, name)
    }
  }

  /// Whose words and links they are.
  public static let reading = Phrase(
    "The words, the skills and the links to exam areas and conditions are our reading. The O*NET tasks are quoted.",
    "Las palabras, las destrezas y los enlaces con áreas de examen y afecciones son nuestra lectura. Las tareas de O*NET se citan."
  )
}
