import CanonicalJSON

/// What a program can ask, as `openapi.json` says it: every question is held against it before it is answered.
struct ApiDescription: Sendable {
  /// A parameter of a query.
  struct Parameter: Sendable {
    let name: String
    let isRequired: Bool
    let schema: Schema
    /// Whether it can stand more than once.
    let isList: Bool
  }

  /// One address with its method.
  struct Operation: Sendable {
    let parameters: [Parameter]
    let body: Schema?
  }

  /// The description as it is served.
  let bytes: [UInt8]
  /// By address and method: `/api/v1/check POST`.
  private let operations: [String: Operation]
  /// The schemas that references lead to.
  private let named: [String: Schema]

  /// The description in the program.
  ///
  /// - Throws: `JSONError`, or `SchemaError` where it says what is not held to.
  init() throws { try self.init(PackageResources.openapi_json) }

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    let document = try JSONReader().read(bytes)
    var reading = Reading(document: document)
    var operations: [String: Operation] = [:]
    for path in document["paths"]?.asObject?.members ?? [] {
      for method in path.value.asObject?.members ?? [] where ["get", "post"].contains(method.key) {
        operations["\(path.key) \(method.key.uppercased())"] = try reading.operation(
          method.value, at: "#/paths/\(JSONPointer.token(path.key))/\(method.key)")
      }
    }
    self.operations = operations
    named = reading.named
  }

  /// What is described, in the order of their letters: `/api/v1/check POST`.
  var names: [String] { operations.keys.sorted() }

  func operation(_ path: ApiPath) -> Operation? { operations["\(path.pattern) \(path.method)"] }

  func faults(of value: JSON, _ schema: Schema, in part: ApiFault.Part, at place: String) -> [ApiFault] {
    let check = SchemaCheck(named, in: part)
    check.check(value, schema, at: place)
    return check.faults
  }

  /// Reads schemas, and those that they lead to.
  private struct Reading {
    let document: JSON
    var named: [String: Schema] = [:]

    mutating func operation(_ json: JSON, at place: String) throws -> Operation {
      var parameters: [Parameter] = []
      for json in json["parameters"]?.asArray ?? [] {
        let json = json["$ref"]?.asString.flatMap(value) ?? json
        guard json["in"]?.asString == "query", let name = json["name"]?.asString, let inner = json["schema"] else {
          continue
        }
        let schema = try schema(inner, at: place + "/parameters/" + name)
        parameters.append(
          Parameter(
            name: name, isRequired: json["required"]?.asBool ?? false, schema: schema, isList: schema.kind == .array))
      }
      let content = json["requestBody"]?["content"]?["application/json"]?["schema"]
      let body = try content.map { try schema($0, at: place + "/requestBody") }
      return Operation(parameters: parameters, body: body)
    }

    private mutating func schema(_ json: JSON, at place: String) throws -> Schema {
      let schema = try Schema(json, at: place)
      var open = [json]
      while let json = open.popLast() {
        switch json {
        case .object(let object):
          if let name = object["$ref"]?.asString, named[name] == nil {
            guard let target = value(name) else { throw SchemaError(place: place, what: "'\(name)', which is nowhere") }
            named[name] = try Schema(target, at: name)
            open.append(target)
          }
          open += object.members.map(\.value)
        case .array(let items): open += items
        case .null, .bool, .number, .string: break
        }
      }
      return schema
    }

    /// What a reference leads to.
    private func value(_ reference: String) -> JSON? {
      guard reference.hasPrefix("#/") else { return nil }
      return reference.dropFirst(2).split(separator: "/").reduce(JSON?.some(document)) { value, token in
        value?[JSONPointer.key(token)]
      }
    }
  }
}
