/// One value of a pack or person file, with the place it came from.
public struct Node: Sendable, Equatable {
  /// What the value is.
  public enum Content: Sendable, Equatable {
    /// The text as written; `quoted` tells `"12"` from `12`. Block texts (`|`, `>`) count as quoted.
    case scalar(String, quoted: Bool)
    /// The items, in file order.
    case list([Node])
    /// The entries in file order. Invariant: keys are unique.
    case map([Entry])
    /// Nothing, `null` or `~`.
    case null
  }

  /// One key of a map and its value. Whether the key was quoted makes no difference.
  public struct Entry: Sendable, Equatable {
    /// The key as text, never empty.
    public let key: String
    /// Line of the key, 1-based.
    public let keyLine: Int
    /// Column of the key, 1-based, in Unicode scalars.
    public let keyColumn: Int
    /// What the key stands for.
    public let value: Node

    /// An entry whose key was read at the given line and column.
    public init(key: String, keyLine: Int, keyColumn: Int, value: Node) {
      self.key = key
      self.keyLine = keyLine
      self.keyColumn = keyColumn
      self.value = value
    }
  }

  /// What the value is.
  public let content: Content
  /// Line on which the value begins, 1-based.
  public let line: Int
  /// Column in which the value begins, 1-based, in Unicode scalars.
  public let column: Int

  /// A value that was read at the given line and column.
  public init(_ content: Content, line: Int, column: Int) {
    self.content = content
    self.line = line
    self.column = column
  }
}
