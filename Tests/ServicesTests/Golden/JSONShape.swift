import Foundation

/// The keys of a JSON text with the types of their values, one a line: what programs rely on. The elements of a list
/// are taken together, and `parts` within `parts` are told once.
enum JSONShape {
  static func text(of json: String) throws -> String {
    var found: Set<String> = []
    walk(try JSONDecoder().decode(JSONNode.self, from: Data(json.utf8)), path: "", into: &found)
    return found.sorted().joined(separator: "\n")
  }

  private static func walk(_ node: JSONNode, path: String, into found: inout Set<String>) {
    switch node {
    case .object(let entries):
      found.insert("\(path.isEmpty ? "." : path): object")
      for (key, value) in entries {
        walk(
          value, path: key == "parts" && path.hasSuffix(".parts[]") ? String(path.dropLast(2)) : "\(path).\(key)",
          into: &found)
      }
    case .list(let items):
      found.insert("\(path.isEmpty ? "." : path): list")
      for item in items { walk(item, path: path + "[]", into: &found) }
    case .text: found.insert("\(path): text")
    case .number: found.insert("\(path): number")
    case .flag: found.insert("\(path): true or false")
    }
  }
}

private enum JSONNode: Decodable {
  case object([String: JSONNode])
  case list([JSONNode])
  case text(String)
  case number(Double)
  case flag(Bool)

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONNode].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONNode].self))
    }
  }
}
