public import CourseProof
public import Vocabulary

/// What a certificate proves, as text.
public struct ProvenText {
  private let language: Language

  public init(_ language: Language) { self.language = language }

  public func render(_ proven: ProvenCourses) -> String {
    func amount(_ number: Int) -> Phrase {
      let hundredths =
        "\(number / 100)" + (number % 100 == 0 ? "" : "." + (number % 100 < 10 ? "0" : "") + "\(number % 100)")
      return proven.least == "cost"
        ? Phrase(Money(cents: number).description, Money(cents: number).description)
        : Phrase(hundredths + " hours", hundredths + " horas")
    }
    let entries = Phrase("\(proven.entries) entries checked", "\(proven.entries) entradas comprobadas")
    guard let total = proven.total, let courses = proven.courses else {
      return proven.bound.map { bound in
        Phrase(
          "The certificate holds: no set is below \(amount(bound).en); it names none. \(entries.en).",
          "El certificado es correcto: ningún conjunto baja de \(amount(bound).es); no nombra ninguno. \(entries.es).")[
            language]
      }
        ?? Phrase(
          "The certificate holds: no set of these courses is enough. \(entries.en).",
          "El certificado es correcto: ningún conjunto de estos cursos alcanza. \(entries.es).")[language]
    }
    let set = Phrase(
      "\(courses.count) courses, \(amount(total).en), meet every row",
      "\(courses.count) cursos, \(amount(total).es), cumplen cada fila")
    let bound = amount(proven.bound ?? 0)
    let best =
      proven.isBest
      ? Phrase("no set is below that", "ningún conjunto baja de ahí")
      : Phrase("no set is below \(bound.en)", "ningún conjunto baja de \(bound.es)")
    return Phrase(
      "The certificate holds: \(set.en), and \(best.en). \(entries.en).",
      "El certificado es correcto: \(set.es), y \(best.es). \(entries.es).")[language]
  }
}

/// What a certificate proves, as data.
public struct ProvenReport: Encodable, Sendable {
  public let holds: Bool
  public let least: String
  public let courses: [String]?
  public let total: Int?
  public let bound: Int?
  public let isBest: Bool
  public let entries: Int

  public init(_ proven: ProvenCourses) {
    holds = true
    least = proven.least
    courses = proven.courses
    total = proven.total
    bound = proven.bound
    isBest = proven.isBest
    entries = proven.entries
  }
}
