/// The writing half of `NodeCodec`.
struct NodeEncoder {
  private(set) var bytes = Array(NodeCodec.mark.utf8)
  private var line = 0
  private var column = 0

  mutating func write(_ documents: [(path: String, node: Node)]) {
    write(UInt(documents.count))
    for document in documents {
      write(document.path)
      var body = NodeEncoder()
      body.bytes.removeAll()
      body.write(document.node)
      write(UInt(body.bytes.count))
      bytes += body.bytes
    }
  }

  private mutating func write(_ node: Node) {
    write(line: node.line, column: node.column)
    switch node.content {
    case .scalar(let text, let quoted):
      bytes.append(quoted ? UInt8(ascii: "q") : UInt8(ascii: "s"))
      write(text)
    case .null: bytes.append(UInt8(ascii: "n"))
    case .list(let items):
      bytes.append(UInt8(ascii: "l"))
      write(UInt(items.count))
      for item in items { write(item) }
    case .map(let entries):
      bytes.append(UInt8(ascii: "m"))
      write(UInt(entries.count))
      for entry in entries {
        write(line: entry.keyLine, column: entry.keyColumn)
        write(entry.key)
        write(entry.value)
      }
    }
  }

  private mutating func write(line: Int, column: Int) {
    write(zigzag: line &- self.line)
    write(zigzag: column &- self.column)
    self.line = line
    self.column = column
  }

  private mutating func write(_ text: String) {
    write(UInt(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func write(zigzag number: Int) {
    write(UInt(bitPattern: number &<< 1 ^ number &>> (Int.bitWidth - 1)))
  }

  private mutating func write(_ number: UInt) {
    var rest = number
    while rest >= 32 {
      bytes.append(UInt8(ascii: "P") + UInt8(rest & 31))
      rest >>= 5
    }
    bytes.append(UInt8(ascii: "0") + UInt8(rest))
  }
}
