import Documents
import Foundation
import Knowledge
import Rules
import Vocabulary

/// The packs of knowledge/, from the folder that the program was started in.
private nonisolated(unsafe) let packs: (credentials: Set<String>, evaluator: Evaluator) = {
  var documents: [(path: String, node: Node)] = []
  let folder = URL(fileURLWithPath: "knowledge")
  for case let path as String in FileManager.default.enumerator(atPath: folder.path) ?? .init()
  where path.hasSuffix(".yaml") {
    guard let data = FileManager.default.contents(atPath: folder.appendingPathComponent(path).path),
      let node = try? DocumentReader.read(data: data, file: path)
    else { continue }
    documents.append((path, node))
  }
  let (base, faults) = KnowledgeReader.readLeniently(documents)
  precondition(!base.book.rules.isEmpty && faults.isEmpty, "start it where knowledge/ is")
  return (Set(base.credentials.map(\.id)), Evaluator(book: base.book))
}()

/// Any bytes are a person file or refused; every rule has an answer for every person that can be read, and soon.
func judgePerson(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let asOf = day(from: bytes)
  let reader = PersonReader(credentials: packs.credentials)
  let person = impatiently("reading") { try? reader.read(data: bytes, file: "fuzz", today: asOf) }
  guard let person else { return 0 }
  impatiently("judging") { judge(person.evidence, with: packs.evaluator, asOf: asOf) }
  return 0
}

/// Every rule, with its reasons on the day asked.
func judge(_ evidence: Evidence, with evaluator: Evaluator, asOf: CivilDate) {
  for rule in evaluator.book.rules {
    do throws(DeterminationError) {
      let answer = try evaluator.determine(rule.id, evidence, Question(asOf: asOf), on: asOf)
      precondition(answer.span.contains(asOf) && answer.explanation?.finding != nil)
    } catch {
      fatalError("\(error)")
    }
  }
}

/// The day asked, by the last two bytes: one of 1990 to 2079, or any day that can be written.
func day(from bytes: UnsafeBufferPointer<UInt8>) -> CivilDate {
  guard bytes.count >= 2 else { return CivilDate(days: 20_779) }
  let number = Int32(bytes[bytes.count - 1] & 0x7F) << 8 | Int32(bytes[bytes.count - 2])
  return bytes[bytes.count - 1] & 1 == 0 ? CivilDate(days: 7_305 + number) : CivilDate(days: -719_162 + 111 * number)
}
