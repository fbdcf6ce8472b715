import EmbeddedKnowledge
import Foundation
import Knowledge
import Rules
import Services
import Vocabulary

// bench throughput [PEOPLE [PASSES]] | pass [PEOPLE] | digest [PEOPLE] | check PERSON | parts PERSON | search [PASSES] | education PERSON CATALOG
// `pass` answers every pair once, without reasons: for `valgrind --tool=callgrind --toggle-collect='*pass*'`.
// Always asked on one day, so that runs can be compared.

guard let asOf = CivilDate(year: 2026, month: 11, day: 22) else { exit(2) }
let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("throughput", _):
  let people = arguments.count > 1 ? Int(arguments[1]) ?? 1000 : 1000
  let passes = arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5
  let base = try KnowledgeLoader.embedded(EmbeddedKnowledge.encoded, edition: EmbeddedKnowledge.edition)
  Throughput(base: base, people: people, asOf: asOf).report(passes: passes)
case ("pass", _):
  let base = try KnowledgeLoader.embedded(EmbeddedKnowledge.encoded, edition: EmbeddedKnowledge.edition)
  let people = arguments.count > 1 ? Int(arguments[1]) ?? 100 : 100
  print(Throughput(base: base, people: people, asOf: asOf).pass(Evaluator(book: base.book)))
case ("digest", _):
  let base = try KnowledgeLoader.embedded(EmbeddedKnowledge.encoded, edition: EmbeddedKnowledge.edition)
  print(Answers(base: base, asOf: asOf).digest(people: arguments.count > 1 ? Int(arguments[1]) ?? 100 : 100))
case ("search", _):
  let base = try KnowledgeLoader.embedded(EmbeddedKnowledge.encoded, edition: EmbeddedKnowledge.edition)
  SearchTimes.report(base, passes: arguments.count > 1 ? max(1, Int(arguments[1]) ?? 21) : 21)
case ("education", 3):
  let base = try KnowledgeLoader.embedded(EmbeddedKnowledge.encoded, edition: EmbeddedKnowledge.edition)
  EducationTimes.allocations(people: 10_000, passes: 21)
  try EducationTimes.optimize(base, person: arguments[1], catalog: arguments[2], asOf: asOf)
case ("check", 2): try Check.run(arguments[1], asOf: asOf, timed: false)
case ("parts", 2): try Check.run(arguments[1], asOf: asOf, timed: true)
default:
  FileHandle.standardError.write(
    Data(
      "usage: bench throughput [PEOPLE [PASSES]] | pass [PEOPLE] | digest [PEOPLE] | check PERSON | parts PERSON | search [PASSES] | education PERSON CATALOG\n"
        .utf8))
  exit(2)
}
