import Vocabulary

/// Words that no text of a pack uses: a pack reports what a rule says; it gives no permission, promise or advice.
/// Each with what to write in its place. Matched as whole words, whatever the case of the letters.
enum ForbiddenWords {
  static let english: [(words: String, instead: String)] = [
    ("you may", "say what the rule says or needs"),
    ("you should", "say what the rule needs"),
    ("you must", "say what the rule needs"),
    ("you are eligible", "say which rule is met"),
    ("you qualify", "say which rule is met"),
    ("is allowed", "say what the rule says"),
    ("are allowed", "say what the rule says"),
    ("allowed", "say what the rule says"),
    ("permitted", "say what the rule says"),
    ("guarantee", "nothing is promised: say what the source says"),
    ("guaranteed", "nothing is promised: say what the source says"),
    ("guarantees", "nothing is promised: say what the source says"),
    ("should", "say what the rule needs, or that it is not known"),
    ("we recommend", "no advice: say what the rule says"),
    ("recommended", "no advice: say what the rule says"),
    ("we advise", "no advice: say what the rule says"),
    ("legal advice", "leave it to the notice on every page"),
    ("officially approved", "say who approved what, with the source"),
  ]

  static let spanish: [(words: String, instead: String)] = [
    ("usted puede", "diga lo que dice o pide la regla"),
    ("puede usted", "diga lo que dice o pide la regla"),
    ("usted debe", "diga lo que pide la regla"),
    ("debe usted", "diga lo que pide la regla"),
    ("usted califica", "diga qué regla se cumple"),
    ("permitido", "diga lo que dice la regla"),
    ("permitida", "diga lo que dice la regla"),
    ("permitidos", "diga lo que dice la regla"),
    ("permitidas", "diga lo que dice la regla"),
    ("está autorizado", "diga lo que dice la regla"),
    ("está autorizada", "diga lo que dice la regla"),
    ("garantía", "no se promete nada: diga lo que dice la fuente"),
    ("garantiza", "no se promete nada: diga lo que dice la fuente"),
    ("garantizado", "no se promete nada: diga lo que dice la fuente"),
    ("garantizada", "no se promete nada: diga lo que dice la fuente"),
    ("debería", "diga lo que pide la regla, o que no se sabe"),
    ("deberían", "diga lo que pide la regla, o que no se sabe"),
    ("debiera", "diga lo que pide la regla, o que no se sabe"),
    ("recomendamos", "sin consejos: diga lo que dice la regla"),
    ("se recomienda", "sin consejos: diga lo que dice la regla"),
    ("recomendado", "sin consejos: diga lo que dice la regla"),
    ("aconsejamos", "sin consejos: diga lo que dice la regla"),
  ]

  static func list(_ language: Language) -> [(words: String, instead: String)] {
    switch language {
    case .english: english
    case .spanish: spanish
    }
  }

  /// Letters of a credential that also mean something else, and the body to be written with them.
  static let marks = ["CMA": "AAMA", "RMA": "AMT", "CCMA": "NHA", "NCMA": "NCCT"]
}
