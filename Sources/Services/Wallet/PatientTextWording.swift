public import Vocabulary

/// What is said where a text looks as if it were about a patient.
public enum PatientTextWording {
  /// At the field.
  public static func warning(_ signs: [PatientText.Sign]) -> Phrase {
    let (english, spanish) = (signs.map { sign($0).en }, signs.map { sign($0).es })
    return Phrase(
      "This looks like something about a patient (\(english.joined(separator: ", "))). Nothing about patients belongs here: change it, or mark below that it is not about one",
      "Esto parece ser de un paciente (\(spanish.joined(separator: ", "))). Aquí no va nada sobre pacientes: cámbielo, o marque abajo que no lo es"
    )
  }

  /// The tick that keeps it.
  public static let keep = Phrase(
    "It is about no patient. Keep the text; it stays out of every export",
    "No es sobre un paciente. Guarde el texto; queda fuera de toda exportación")

  static func sign(_ sign: PatientText.Sign) -> Phrase {
    switch sign {
    case .recordNumber: Phrase("a record number", "un número de expediente")
    case .birth: Phrase("a day of birth", "una fecha de nacimiento")
    case .patient: Phrase("a patient with a number", "un paciente con un número")
    case .number: Phrase("a number of the shape 123-45-6789", "un número con la forma 123-45-6789")
    }
  }
}
