import EmbeddedKnowledge
import Foundation
import Services
import Vocabulary

// bench throughput [PEOPLE [PASSES]] | digest [PEOPLE] | check PERSON | parts PERSON | search [PASSES]
// Always asked on one day, so that runs can be compared.

guard let asOf = CivilDate(year: 2026, month: 11, day: 22) else { exit(2) }
let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("throughput", _):
  let people = arguments.count > 1 ? Int(arguments[1]) ?? 1000 : 1000
  let passes = arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5
  let base = try KnowledgeLoader.embedded(EmbeddedKnowledge.encoded)
  Throughput(base: base, people: people, asOf: asOf).report(passes: passes)
case ("digest", _):
  let base = try KnowledgeLoader.embedded(EmbeddedKnowledge.encoded)
  print(Answers(base: base, asOf: asOf).digest(people: arguments.count > 1 ? Int(arguments[1]) ?? 100 : 100))
case ("search", _):
  let base = try KnowledgeLoader.embedded(EmbeddedKnowledge.encoded)
  SearchTimes.report(base, passes: arguments.count > 1 ? max(1, Int(arguments[1]) ?? 21) : 21)
case ("check", 2): try Check.run(arguments[1], asOf: asOf, timed: false)
case ("parts", 2): try Check.run(arguments[1], asOf: asOf, timed: true)
default:
  FileHandle.standardError.write(
    Data(
      "usage: bench throughput [PEOPLE [PASSES]] | digest [PEOPLE] | check PERSON | parts PERSON | search [PASSES]\n"
        .utf8))
  exit(2)
}
