import Documents

/// Any bytes are decoded or refused; what was decoded comes back as it was.
func decodeNodes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let documents = try? NodeCodec.decode(utf8: UnsafeBufferPointer(start: start, count: count)) else { return 0 }
  let back = try? NodeCodec.decode(NodeCodec.encode(documents))
  precondition(back?.map(\.path) == documents.map(\.path) && back?.map(\.node) == documents.map(\.node))
  return 0
}
