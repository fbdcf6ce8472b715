import Documents
import Foundation
import Knowledge
import Rules
import Vocabulary

let root = CommandLine.arguments.dropFirst().first ?? "knowledge"
let only = CommandLine.arguments.dropFirst(2).first
var documents: [(path: String, node: Node)] = []
for path in (FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []).sorted() where path.hasSuffix(".yaml") {
  do {
    let data = try Data(contentsOf: URL(filePath: root + "/" + path))
    documents.append((path, try DocumentReader.read(data: data, file: path)))
  } catch let faults as Faults {
    for f in faults.all { print(f) }
  }
}
let (base, faults) = KnowledgeReader.readLeniently(documents)
for f in faults where only == nil || f.place.file.contains(only!) { print(f) }
print("\(base.book.rules.count) rules, \(base.book.requirements.count) requirements, \(base.values.count) values, \(base.cases.count) cases, \(faults.count) faults")
let runner = CaseRunner(book: base.book)
var failed = 0
var ran = 0
for c in base.cases where only == nil || c.place.file.contains(only!) {
  ran += 1
  let f = runner.failures(of: c)
  if !f.isEmpty { failed += 1; print("\(c.place): \(c.name)\n    " + f.joined(separator: "\n    ")) }
}
print("\(ran) cases, \(failed) failed")
