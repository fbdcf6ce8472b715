public import CanonicalJSON
import Documents
public import Knowledge
public import Vocabulary

/// A person file within other JSON. It is read by the reader of person files; only where something stands is told
/// another way: as a JSON pointer (RFC 6901).
public enum PersonJSON {
  /// One thing wrong in it.
  public struct Fault: Sendable, Hashable {
    /// Where, from the person file on: `/attempts/0/result`; empty for the whole.
    public let pointer: String
    /// What was expected, what was found.
    public let message: String
  }

  /// Everything wrong in it, in the order it stands there.
  public struct FaultsError: Error, Sendable, Hashable {
    public let all: [Fault]
  }

  /// - Parameter today: the day given lists are complete through when the file names none.
  public static func read(
    _ value: JSON, _ base: KnowledgeBase, today: CivilDate
  ) throws(FaultsError) -> PersonFile {
    var nodes = PointedNodes()
    let root = nodes.node(value, at: "")
    if !nodes.faults.isEmpty { throw FaultsError(all: nodes.faults) }
    do throws(Faults) {
      return try PersonReader(base).read(root, file: "person", today: today)
    } catch {
      throw FaultsError(
        all: error.all.map { Fault(pointer: nodes.pointer(ofLine: $0.place.line), message: $0.message) })
    }
  }
}

/// JSON as nodes, each on a line of its own: the line tells where it stood.
private struct PointedNodes {
  private var pointers: [String] = []
  private(set) var faults: [PersonJSON.Fault] = []

  func pointer(ofLine line: Int) -> String { pointers.indices.contains(line - 1) ? pointers[line - 1] : "" }

  mutating func node(_ value: JSON, at pointer: String) -> Node {
    pointers.append(pointer)
    let line = pointers.count
    let content: Node.Content
    switch value {
    case .null: content = .null
    case .bool(let flag): content = .scalar(flag ? "true" : "false", quoted: false)
    case .number(let number): content = .scalar(number.text, quoted: false)
    case .string(let text):
      refuse(text, at: pointer)
      content = .scalar(text, quoted: true)
    case .array(let items):
      content = .list(items.enumerated().map { node($1, at: "\(pointer)/\($0)") })
    case .object(let object):
      content = .map(
        object.members.map { member in
          refuse(member.key, at: pointer)
          let child = node(member.value, at: pointer + "/" + JSONPointer.token(member.key))
          return Node.Entry(key: member.key, keyLine: child.line, keyColumn: 1, value: child)
        })
    }
    return Node(content, line: line, column: 1)
  }

  /// Characters that no person file holds.
  private mutating func refuse(_ text: String, at pointer: String) {
    guard let scalar = text.unicodeScalars.first(where: CharacterCheck.isForbidden) else { return }
    faults.append(
      PersonJSON.Fault(
        pointer: pointer, message: "expected text, found \(CharacterCheck.name(scalar)); remove it"))
  }
}
