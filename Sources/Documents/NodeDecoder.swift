/// The reading half of `NodeCodec`.
struct NodeDecoder {
  let bytes: UnsafeBufferPointer<UInt8>
  private var next = 0
  private var line = 0
  private var column = 0

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func documents(
    where isWanted: (_ path: String) -> Bool = { _ in true }
  ) throws(NodeCodecError) -> [(path: String, node: Node)] {
    guard bytes.starts(with: NodeCodec.mark.utf8) else { throw fault("the mark \(NodeCodec.mark)") }
    next = NodeCodec.mark.utf8.count
    var documents: [(path: String, node: Node)] = []
    let count = try count()
    documents.reserveCapacity(min(count, 1024))
    for _ in 0..<count {
      let path = try text()
      let end = try self.count() + next
      if isWanted(path) {
        (line, column) = (0, 0)
        documents.append((path, try node(depth: 0)))
        guard next == end else { throw fault("the end of the document") }
      } else {
        next = end
      }
    }
    guard next == bytes.count else { throw fault("the end") }
    return documents
  }

  private mutating func node(depth: Int) throws(NodeCodecError) -> Node {
    let (line, column) = try place()
    let content: Node.Content
    switch try byte() {
    case UInt8(ascii: "s"): content = .scalar(try text(), quoted: false)
    case UInt8(ascii: "q"): content = .scalar(try text(), quoted: true)
    case UInt8(ascii: "n"): content = .null
    case UInt8(ascii: "l"):
      let count = try countInside(depth)
      var items: [Node] = []
      items.reserveCapacity(min(count, 1024))
      for _ in 0..<count { items.append(try node(depth: depth + 1)) }
      content = .list(items)
    case UInt8(ascii: "m"):
      let count = try countInside(depth)
      var entries: [Node.Entry] = []
      entries.reserveCapacity(min(count, 1024))
      for _ in 0..<count {
        let (keyLine, keyColumn) = try place()
        entries.append(
          Node.Entry(key: try text(), keyLine: keyLine, keyColumn: keyColumn, value: try node(depth: depth + 1)))
      }
      content = .map(entries)
    default: throw fault("one of s, q, n, l, m before this")
    }
    return Node(content, line: line, column: column)
  }

  private mutating func place() throws(NodeCodecError) -> (line: Int, column: Int) {
    line &+= try zigzag()
    column &+= try zigzag()
    return (line, column)
  }

  private mutating func text() throws(NodeCodecError) -> String {
    let count = try count()
    guard let text = String(validating: bytes[next..<next + count], as: UTF8.self) else { throw fault("UTF-8") }
    next += count
    return text
  }

  private mutating func countInside(_ depth: Int) throws(NodeCodecError) -> Int {
    guard depth < DocumentReader.maximumDepth else { throw fault("at most \(DocumentReader.maximumDepth) levels") }
    return try count()
  }

  /// Of bytes or of nodes, which take a byte at least: so no more than are left.
  private mutating func count() throws(NodeCodecError) -> Int {
    let number = try number()
    guard number <= UInt(bytes.count - next) else { throw fault("as much text as is announced") }
    return Int(number)
  }

  private mutating func zigzag() throws(NodeCodecError) -> Int {
    let number = try number()
    return Int(bitPattern: number >> 1) ^ -Int(bitPattern: number & 1)
  }

  private mutating func number() throws(NodeCodecError) -> UInt {
    var number: UInt = 0
    var shift = 0
    while true {
      let byte = try byte()
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "O"):
        return number | UInt(byte - UInt8(ascii: "0")) << shift
      case UInt8(ascii: "P")...UInt8(ascii: "o") where shift < UInt.bitWidth:
        number |= UInt(byte - UInt8(ascii: "P")) << shift
        shift += 5
      default: throw fault("a number before this")
      }
    }
  }

  private mutating func byte() throws(NodeCodecError) -> UInt8 {
    guard next < bytes.count else { throw fault("more text") }
    defer { next += 1 }
    return bytes[next]
  }

  private func fault(_ expected: String) -> NodeCodecError { .corrupt(byte: next, expected: expected) }
}
