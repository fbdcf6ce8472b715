import Documents

/// Any bytes are read or refused; what was read comes back from the codec as it was.
func readDocument(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  do throws(Faults) {
    let node = try DocumentReader.read(data: bytes, file: "fuzz")
    let back = try? NodeCodec.decode(NodeCodec.encode([("fuzz", node)]))
    precondition(back?.count == 1 && back?[0].node == node)
  } catch {
    // A refusal says why, at a place in the text.
    let lines = bytes.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") || $1 == UInt8(ascii: "\r") ? 1 : 0) }
    precondition(!error.all.isEmpty && error.all.count <= 200)
    precondition(error.all.allSatisfy { (1...lines).contains($0.place.line) && $0.place.column >= 1 })
  }
  return 0
}
