import CanonicalJSON

/// Holds one value against a schema and collects what is wrong, each with its JSON pointer. For one thread.
final class SchemaCheck {
  private let named: [String: Schema]
  private let part: ApiFault.Part
  private(set) var faults: [ApiFault] = []

  /// - Parameter named: the schemas that references lead to.
  init(_ named: [String: Schema], in part: ApiFault.Part) { (self.named, self.part) = (named, part) }

  func check(_ value: JSON, _ schema: Schema, at place: String) {
    guard faults.count < ApiError.mostFaults else { return }
    let schema = resolved(schema)
    if !schema.anyOf.isEmpty { checkAny(value, schema, at: place) }
    if let choices = schema.choices, !choices.contains(value) { return fault(value, schema, at: place) }
    if let kind = schema.kind, !value.isOf(kind) { return fault(value, schema, at: place) }
    switch value {
    case .object(let object): check(object, schema, at: place)
    case .array(let items):
      if !schema.count.contains(items.count) {
        faults.append(
          ApiFault(part, place, expected: "\(schema.count.words) items", found: "\(items.count)"))
      }
      guard let item = schema.items else { return }
      for (i, value) in items.enumerated() { check(value, item, at: "\(place)/\(i)") }
    case .string(let text):
      if !schema.length.contains(text.unicodeScalars.count) {
        faults.append(
          ApiFault(
            part, place, expected: "\(schema.length.words) characters", found: "\(text.unicodeScalars.count)"))
      } else if let pattern = schema.pattern, !pattern.matches(text) {
        fault(value, schema, at: place)
      }
    case .number(let number):
      let isInside = number.value >= schema.minimum ?? -.infinity && number.value <= schema.maximum ?? .infinity
      if !isInside || !number.isMultiple(of: schema.multipleOf) { fault(value, schema, at: place) }
    case .bool, .null: break
    }
  }

  private func check(_ object: JSONObject, _ schema: Schema, at place: String) {
    for name in schema.required where object[name] == nil {
      faults.append(
        ApiFault(part, place, expected: "'\(name)'", found: "no such member", advice: "Add it"))
    }
    if !schema.members.contains(object.members.count) {
      faults.append(
        ApiFault(part, place, expected: "\(schema.members.words) members", found: "\(object.members.count)"))
    }
    for member in object.members {
      let inner = place + "/" + JSONPointer.token(member.key)
      if let known = schema.properties[member.key] {
        check(member.value, known, at: inner)
        continue
      }
      switch schema.additional {
      case .anything: break
      case .like(let known): check(member.value, known, at: inner)
      case .none:
        let names = schema.properties.keys.sorted().joined(separator: ", ")
        faults.append(
          ApiFault(
            part, inner, expected: "one of the names \(names)", found: "'\(member.key)'", advice: "Remove it"))
      }
    }
  }

  /// One of several: the faults of the only one that is of this kind, if there is one; else all that it could have been.
  private func checkAny(_ value: JSON, _ schema: Schema, at place: String) {
    let failed = schema.anyOf.map { one -> (schema: Schema, faults: [ApiFault]) in
      let trial = SchemaCheck(named, in: part)
      trial.check(value, one, at: place)
      return (one, trial.faults)
    }
    guard failed.allSatisfy({ !$0.faults.isEmpty }) else { return }
    let deeper = failed.filter { $0.faults.contains { $0.place != place } }
    if deeper.count == 1 { faults += deeper[0].faults } else { fault(value, schema, at: place) }
  }

  private func resolved(_ schema: Schema) -> Schema {
    var schema = schema
    while let name = schema.reference, let next = named[name] { schema = next }
    return schema
  }

  private func fault(_ value: JSON, _ schema: Schema, at place: String) {
    faults.append(ApiFault(part, place, expected: words(schema), found: value.shortText))
  }

  /// What a schema takes, in words.
  private func words(_ schema: Schema) -> String {
    let schema = resolved(schema)
    if let choices = schema.choices {
      return (choices.count > 1 ? "one of " : "") + choices.map(\.shortText).joined(separator: ", ")
    }
    if !schema.anyOf.isEmpty { return schema.anyOf.map(words).joined(separator: ", or ") }
    if let pattern = schema.patternText {
      return "text" + (schema.description.map { " (\($0))" } ?? " like \(pattern)")
    }
    if schema.minimum != nil || schema.maximum != nil {
      let range = [schema.minimum.map { "from \(number($0))" }, schema.maximum.map { "to \(number($0))" }]
      return "a number " + range.compactMap(\.self).joined(separator: " ")
    }
    return schema.kind?.words ?? "a value"
  }

  private func number(_ value: Double) -> String { JSONNumber(value)?.text ?? "\(value)" }
}
