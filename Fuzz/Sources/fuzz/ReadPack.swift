import Documents
import Knowledge
import Rules
import Vocabulary

/// The small packs, parsed.
private let parsed: [[(path: String, node: Node)]] = smallPacks.map { pack in
  pack.map { path, text in
    guard let node = try? DocumentReader.read(text: text, file: path) else { fatalError("\(path) cannot be parsed") }
    return (path, node)
  }
}
/// Every file that can be replaced.
private let places: [(pack: Int, file: Int)] = parsed.indices.flatMap { pack in
  parsed[pack].indices.map { (pack, $0) }
}
/// Somebody with something in every list, whose credentials are those of the small packs.
private let somebody: Evidence = {
  for pack in parsed {
    let (base, faults) = KnowledgeReader.readLeniently(pack)
    precondition(faults.isEmpty && !base.book.rules.isEmpty, "\(faults)")
  }
  let reader = PersonReader(credentials: ["board/a", "board/b"])
  guard let person = try? reader.read(text: smallPerson, file: "person", today: CivilDate(days: 20_779)) else {
    fatalError("the person cannot be read")
  }
  return person.evidence
}()

/// The first byte says which file of which small pack the others replace. What then can be read of the pack, with all
/// its faults told, answers for a person, and soon: an editor sees the faults and the answers side by side.
func readPack(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let somebody = somebody
  guard count > 0, let start else { return 0 }
  let place = places[Int(start[0] &- UInt8(ascii: "A")) % places.count]
  let bytes = UnsafeBufferPointer(start: start + 1, count: count - 1)
  var pack = parsed[place.pack]
  let path = pack[place.file].path
  guard let node = try? DocumentReader.read(data: bytes, file: path) else { return 0 }
  pack[place.file].node = node
  let (base, faults) = impatiently("reading") { KnowledgeReader.readLeniently(pack) }
  let strict = try? KnowledgeReader.read(pack)
  precondition((strict == nil) == !faults.isEmpty)
  impatiently("judging") {
    let evaluator = Evaluator(book: base.book)
    for asOf in [20_779, 15_000, 2_932_896] as [Int32] { judge(somebody, with: evaluator, asOf: CivilDate(days: asOf)) }
  }
  return 0
}
