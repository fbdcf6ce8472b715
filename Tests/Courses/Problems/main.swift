import Continuing
import CourseSamples
import Foundation

// course-problems COUNT COLUMNS: problems of the shape that duties have, from seeds, each solved, one certificate a line.
let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
guard numbers.count == 2 else {
  FileHandle.standardError.write(Data("usage: course-problems COUNT COLUMNS\n".utf8))
  exit(2)
}
for seed in 1...max(1, numbers[0]) {
  let problem = SeededProblems.problem(UInt64(seed), columns: numbers[1])
  let answer = CoverSearch(problem).solve()
  print(String(decoding: SeededProblems.certificate(problem, answer), as: UTF8.self))
}
