import CYaml

/// Builds a `Node` from libyaml's events, and collects what is wrong on the way.
///
/// libyaml keeps its own stack on the heap and so does this: nothing recurses while a text is read.
struct EventReader {
  let file: String
  let escapes: SurrogateEscapes
  private(set) var faults: [Fault] = []

  private var open: [Collection] = []
  private var root: Node?
  private var documents = 0
  private var isFinished = false
  private let lastPlace: (line: Int, column: Int)

  init(file: String, escapes: SurrogateEscapes) {
    self.file = file
    self.escapes = escapes
    var position = TextPosition()
    for scalar in escapes.text.unicodeScalars { position.pass(scalar) }
    lastPlace = escapes.original(line: position.line, column: position.column)
  }

  /// The root, or nil when `faults` says why not.
  mutating func read() -> Node? {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else {
      report("expected memory to read with, found none; close other programs", at: (1, 1))
      return nil
    }
    defer { yaml_parser_delete(parser) }
    var text = escapes.text
    text.withUTF8 { bytes in
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      while !isFinished, faults.count < CharacterCheck.most {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else {
          faults.append(SyntaxFault.of(parser.pointee, in: self))
          return
        }
        take(event)
        yaml_event_delete(&event)
      }
    }
    guard faults.isEmpty else { return nil }
    guard let root else {
      report("expected a document, found an empty file; write its first key", at: (1, 1))
      return nil
    }
    return root
  }

  // MARK: Events

  private mutating func take(_ event: yaml_event_t) {
    let at = position(event.start_mark)
    switch event.type {
    case YAML_STREAM_END_EVENT: isFinished = true
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      if documents > 1 {
        report(
          "expected one document in the file, found another; remove this ---, or move the rest to its own file", at: at)
        isFinished = true
      } else if event.data.document_start.version_directive != nil
        || event.data.document_start.tag_directives.start != event.data.document_start.tag_directives.end
      {
        report("expected the first key, found a % directive; remove it", at: at)
      }
    case YAML_ALIAS_EVENT:
      let name = Self.text(event.data.alias.anchor)
      report("expected a value, found the alias *\(Self.shown(name)); write the value out", at: at)
      add(Node(.null, line: at.line, column: at.column))
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      refuse(anchor: scalar.anchor, tag: scalar.tag, at: at)
      let bytes = UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length))
      takeScalar(
        String(decoding: bytes, as: UTF8.self), quoted: scalar.style != YAML_PLAIN_SCALAR_STYLE, at: at)
    case YAML_SEQUENCE_START_EVENT:
      refuse(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, at: at)
      begin(isMap: false, at: at)
    case YAML_MAPPING_START_EVENT:
      refuse(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, at: at)
      begin(isMap: true, at: at)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: end()
    default: break  // the start of the stream, the end of a document
    }
  }

  private mutating func takeScalar(_ text: String, quoted: Bool, at: (line: Int, column: Int)) {
    if let scalar = text.unicodeScalars.first(where: CharacterCheck.isForbidden) {
      report("expected text, found \(CharacterCheck.name(scalar)) as an escape; remove it", at: at)
    }
    let isKey = expectsKey
    if !quoted, Self.booleanWords.contains(text.lowercased()) {
      report(
        "expected a word that all programs read alike, found a bare \(text); write true or false, or put it in quotes",
        at: at)
    } else if isKey, !quoted, text == "<<" {
      report("expected a key, found the merge key <<; write the entries out", at: at)
    } else if isKey, text.isEmpty || (!quoted && Self.nullWords.contains(text)) {
      report("expected a key, found nothing before the colon; write one", at: at)
    }
    if !quoted, Self.nullWords.contains(text) {
      if open.isEmpty, text.isEmpty {
        report("expected a document, found an empty one; write its first key", at: at)
      }
      add(Node(.null, line: at.line, column: at.column))
    } else {
      add(Node(.scalar(text, quoted: quoted), line: at.line, column: at.column))
    }
  }

  private static let booleanWords: Set<String> = ["yes", "no", "on", "off", "y", "n"]
  private static let nullWords: Set<String> = ["", "~", "null", "Null", "NULL"]

  private mutating func refuse(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, at: (line: Int, column: Int)
  ) {
    if let anchor {
      let name = Self.shown(Self.text(anchor))
      report("expected a value, found the anchor &\(name); remove it, and write the value out where it is used", at: at)
    }
    if let tag {
      report("expected a value, found the tag \(Self.shown(Self.text(tag))); remove it", at: at)
    }
  }

  // MARK: Collections

  private struct Collection {
    enum PendingKey {
      case text(String, line: Int, column: Int)
      /// Refused: its value is read, and belongs nowhere.
      case refused
    }
    let isMap: Bool
    let line: Int
    let column: Int
    /// The items of a list.
    var items: [Node] = []
    /// The entries of a map.
    var entries: [Node.Entry] = []
    /// The line on which each key of a map was first seen.
    var firstLine: [String: Int] = [:]
    /// The key of a map whose value comes next.
    var key: PendingKey?
  }

  private var expectsKey: Bool {
    guard let last = open.last else { return false }
    return last.isMap && last.key == nil
  }

  private mutating func begin(isMap: Bool, at: (line: Int, column: Int)) {
    if expectsKey {
      report("expected a text as the key, found a list or a map; write a text", at: at)
    }
    guard open.count < DocumentReader.maximumDepth else {
      report(
        "expected at most \(DocumentReader.maximumDepth) levels of lists and maps, found more; flatten the file", at: at
      )
      isFinished = true
      return
    }
    open.append(Collection(isMap: isMap, line: at.line, column: at.column))
  }

  private mutating func end() {
    guard let ended = open.popLast() else { return }
    let content: Node.Content = ended.isMap ? .map(ended.entries) : .list(ended.items)
    add(Node(content, line: ended.line, column: ended.column))
  }

  /// Gives a complete value to what it belongs to: the document, a list, or a map as its next key or value.
  private mutating func add(_ node: Node) {
    guard let last = open.indices.last else {
      root = node
      return
    }
    guard open[last].isMap else {
      open[last].items.append(node)
      return
    }
    switch open[last].key {
    case nil: open[last].key = pendingKey(node, of: last)
    case .refused: open[last].key = nil
    case .text(let text, let line, let column):
      open[last].entries.append(Node.Entry(key: text, keyLine: line, keyColumn: column, value: node))
      open[last].key = nil
    }
  }

  private mutating func pendingKey(_ node: Node, of map: Int) -> Collection.PendingKey {
    guard case .scalar(let text, quoted: _) = node.content else { return .refused }
    if let line = open[map].firstLine[text] {
      report(
        "expected each key once, found \"\(Self.shown(text))\" again (first on line \(line)); keep one of them",
        at: (node.line, node.column))
      return .refused
    }
    open[map].firstLine[text] = node.line
    return .text(text, line: node.line, column: node.column)
  }

  // MARK: Places and faults

  func position(_ mark: yaml_mark_t) -> (line: Int, column: Int) {
    // At the end of the text libyaml counts one line more than there are.
    mark.line < lastPlace.line ? escapes.original(line: Int(mark.line) + 1, column: Int(mark.column) + 1) : lastPlace
  }

  private mutating func report(_ message: String, at: (line: Int, column: Int)) {
    faults.append(Fault(message, at: Place(file: file, line: at.line, column: at.column)))
  }

  private static func text(_ zeroTerminated: UnsafeMutablePointer<UInt8>?) -> String {
    zeroTerminated.map { String(cString: $0) } ?? ""
  }

  /// Enough of a text from the file to recognise it by, on one line.
  private static func shown(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return line.count > 40 ? line.prefix(40) + "…" : line
  }
}
