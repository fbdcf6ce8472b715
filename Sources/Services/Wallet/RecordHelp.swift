public import Rules
public import Vocabulary

/// What stands beneath the labels of fields in the forms of records.
public enum RecordHelp {
  /// Help for a field; nil where its label says it all.
  public static func text(_ field: Field) -> Phrase? {
    special[field.path] ?? general(field.content)
  }

  /// Beneath the field for where something is written down.
  public static let provenance = Phrase(
    "A transcript, a letter, the board's page, and where you keep it.",
    "Un expediente académico, una carta, la página del organismo, y dónde lo guarda.")

  private static func general(_ content: Field.Content) -> Phrase? {
    switch content {
    case .day:
      Phrase(
        "Leave day or month empty if you do not know them. A date ahead counts as planned.",
        "Deje vacíos el día o el mes si no los sabe. Una fecha futura cuenta como prevista.")
    case .amount, .flag, .choice, .name: nil
    case .set: Phrase("Mark all that apply.", "Marque todo lo que corresponda.")
    case .spans:
      Phrase(
        "Who, from when, and until when. Leave what you do not know empty.",
        "Quién, desde cuándo y hasta cuándo. Deje vacío lo que no sepa.")
    }
  }

  private static let end = Phrase(
    "The last day on the card or the certificate, if it has one.",
    "El último día que dice la tarjeta o el certificado, si lo dice.")

  private static let special: [String: Phrase] = [
    "program.academic_hours": Phrase(
      "Hours in class and laboratory, without the practicum.", "Horas de clase y laboratorio, sin la práctica."),
    "program.injections": Phrase("How many you gave in the program.", "Cuántas puso en el programa."),
    "program.phlebotomies": Phrase("How many you did in the program.", "Cuántas hizo en el programa."),
    "program.institution_recognized": Phrase(
      "Whether the school itself was accredited by an agency that the U.S. Department of Education recognizes.",
      "Si la escuela misma estaba acreditada por una agencia reconocida por el Departamento de Educación de EE. UU."),
    "work.hours_per_week": Phrase("Usual hours in a week.", "Horas habituales por semana."),
    "work.until": Phrase(
      "Empty if you do not know. If you still work there, mark “has not happened”.",
      "Vacío si no lo sabe. Si todavía trabaja ahí, marque «no ha ocurrido»."),
    "certification.expires": Phrase(
      "Only if the certificate names one. Otherwise it follows from the rules.",
      "Solo si el certificado la dice. Si no, se sigue de las reglas."),
    "certification.revoked": Phrase(
      "Only if the body took it away.", "Solo si el organismo la retiró."),
    "activity.amount": Phrase(
      "As the certificate of the activity says it.", "Como lo dice el certificado de la actividad."),
    "card.expires": end, "license.expires": end, "health.expires": end,
    "health.outcome": Phrase(
      "A signed refusal or an exemption counts like proof. Why is never asked and never kept.",
      "Un rechazo firmado o una exención cuentan como prueba. El porqué nunca se pregunta ni se guarda."),
    "person-name.name": Phrase("As it stands on the paper or card.", "Como está en el documento o la tarjeta."),
    "person-name.until": Phrase(
      "If you still use it, mark “has not happened”.", "Si todavía lo usa, marque «no ha ocurrido»."),
    "screening.clear": Phrase(
      "Yes or no only. What was found is never kept.", "Solo sí o no. Lo encontrado nunca se guarda."),
  ]
}
