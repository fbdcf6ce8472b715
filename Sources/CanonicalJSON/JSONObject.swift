/// The members of an object, each name once, in the order of RFC 8785: by the UTF-16 code units of their names.
public struct JSONObject: Sendable {
  /// One name and its value.
  public struct Member: Sendable {
    public let key: String
    public let value: JSON

    public init(key: String, value: JSON) { (self.key, self.value) = (key, value) }
  }

  /// All of them, sorted.
  public private(set) var members: [Member] = []

  /// Without members.
  public init() {}

  /// The members in any order; nil when two have the same name.
  public init?(_ members: [Member]) {
    let sorted = members.sorted { Self.isBefore($0.key, $1.key) }
    for (one, next) in zip(sorted, sorted.dropFirst()) where !Self.isBefore(one.key, next.key) { return nil }
    self.members = sorted
  }

  /// The names, sorted.
  public var keys: [String] { members.map(\.key) }

  /// The value of a name. Setting nil removes the member.
  public subscript(key: String) -> JSON? {
    get {
      let place = place(of: key)
      return holds(key, at: place) ? members[place].value : nil
    }
    set {
      let place = place(of: key)
      let old = holds(key, at: place) ? place..<(place + 1) : place..<place
      members.replaceSubrange(old, with: newValue.map { [Member(key: key, value: $0)] } ?? [])
    }
  }

  /// Where a name stands, or would.
  private func place(of key: String) -> Int {
    var (low, high) = (0, members.count)
    while low < high {
      let middle = (low + high) / 2
      if Self.isBefore(members[middle].key, key) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func holds(_ key: String, at place: Int) -> Bool {
    place < members.count && members[place].key.utf8.elementsEqual(key.utf8)
  }

  /// Order of UTF-16 code units. It differs from that of UTF-8 bytes only where a code point beyond U+FFFF (whose first byte
  /// is F0 or more) meets one from U+E000 to U+FFFF (first byte EE or EF): in UTF-16 the former comes first.
  static func isBefore(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8) { rank($0) < rank($1) }
  }

  private static func rank(_ byte: UInt8) -> UInt8 { byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte }
}
