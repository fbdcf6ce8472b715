import CanonicalJSON
import Knowledge
import Services
import Vocabulary

/// The query of a question, as described.
struct ApiQuery {
  private let values: [String: [String]]
  let language: Language
  /// The two clocks that a question about states has.
  let inquiry: Services.Inquiry

  /// - Throws: `ApiError` for what the description does not name or take, and for days that there are not.
  init(
    _ text: String, _ operation: ApiDescription.Operation, _ description: ApiDescription, today: CivilDate
  ) throws(ApiError) {
    guard let form = try? Form(urlEncoded: Array(text.utf8)) else {
      throw ApiError(
        .badRequest, [ApiFault(.query, "", expected: "names and values in UTF-8", found: "something else")])
    }
    var values: [String: [String]] = [:]
    for field in form.fields { values[field.name, default: []].append(field.value) }
    self.values = values
    let faults = Self.faults(values, operation, description)
    guard faults.isEmpty else { throw ApiError(.badRequest, faults) }
    language = values["lang"]?.first.flatMap(Language.init(rawValue:)) ?? .english
    func day(_ name: String) throws(ApiError) -> CivilDate? {
      guard let text = values[name]?.first else { return nil }
      guard let day = askedDay(text) else { throw ApiError(.unanswerable, [.noDay(.query, name, text)]) }
      return day
    }
    inquiry = Services.Inquiry(asOf: try day("asOf") ?? today, on: try day("on"))
  }

  subscript(name: String) -> String? { values[name]?.first }

  func all(_ name: String) -> [String] { values[name] ?? [] }

  private static func faults(
    _ values: [String: [String]], _ operation: ApiDescription.Operation, _ description: ApiDescription
  ) -> [ApiFault] {
    let known = operation.parameters.map(\.name)
    let unknown = values.keys.filter { !known.contains($0) }.sorted().map { name in
      ApiFault(
        .query, name, expected: known.isEmpty ? "no query" : "one of the names \(known.joined(separator: ", "))",
        found: "'\(name)'", advice: "Remove it")
    }
    return unknown
      + operation.parameters.flatMap { parameter -> [ApiFault] in
        guard let given = values[parameter.name] else {
          guard parameter.isRequired else { return [] }
          return [ApiFault(.query, parameter.name, expected: "a value", found: "none", advice: "Add it")]
        }
        guard parameter.isList || given.count == 1 else {
          return [ApiFault(.query, parameter.name, expected: "one value", found: "\(given.count)")]
        }
        let value: JSON = parameter.isList ? .array(given.map(JSON.string)) : json(given[0], parameter.schema)
        return description.faults(of: value, parameter.schema, in: .query, at: parameter.name)
      }
  }

  /// A whole number where one is wanted; else text.
  private static func json(_ text: String, _ schema: Schema) -> JSON {
    guard schema.kind == .integer, let number = Int32(text), String(number) == text else { return .string(text) }
    return .number(JSONNumber(number))
  }
}

extension ApiFault {
  static func noDay(_ part: Part, _ place: String, _ text: String) -> ApiFault {
    ApiFault(part, place, expected: "a day like 2026-11-22 in the years 1900 to 2199", found: "'\(text)'")
  }
}
