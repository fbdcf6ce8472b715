import ArgumentParser
import Dispatch
import Foundation
import Knowledge
import Rules
import Services
import Synchronization
import Vocabulary

/// The worked examples beside the rules, and what they do not notice.
struct RulesCasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases", abstract: "Run the worked examples beside the rules.",
    discussion: """
      With --mutate every number, date and condition of the rule files is changed, one at a time, and each change \
      must make a case fail. A change that none notices is listed, unless knowledge/mutation-survivors.yaml gives \
      the reason. Control-C stops and shows the totals so far.
      """)

  @Option(name: .long, help: "A folder of packs in place of those in the program (with --mutate: default knowledge).")
  var knowledge: String?

  @Flag(name: .long, help: "Change the rules one thing at a time: which changes does no case notice?")
  var mutate = false

  @Argument(help: "Only rules whose name begins so (aama/cma).")
  var prefix = ""

  func run() throws {
    try answering {
      if mutate { try runMutants() } else { try runCases() }
    }
  }

  private func runCases() throws {
    let base = try Composition.knowledge(knowledge, .everything)
    let runner = CaseRunner(book: base.book)
    let cases = base.cases.filter { $0.address.hasPrefix(prefix) }
    var failed = 0
    for example in cases {
      let failures = runner.failures(of: example)
      if !failures.isEmpty {
        failed += 1
        print("\(example.place): \(example.name)")
        for failure in failures { print("    \(failure)") }
      }
    }
    print("\(cases.count - failed) passed, \(failed) failed")
    if failed > 0 { throw ExitCode(1) }
  }

  private func runMutants() throws {
    let runner: MutationRunner
    do {
      runner = try MutationStudy.runner(folder: knowledge ?? "knowledge")
    } catch {
      throw BadInput("\(error)")
    }
    let stop = Interruption()
    var total = MutationStudy.Tally()
    var unused = true
    for file in runner.ruleFiles(matching: prefix) {
      unused = false
      let tally = MutationStudy.run(runner, file) { line in
        if let line { print(line) }
        return !stop.isRequested
      }
      total += tally
      FileHandle.standardError.write(Data("\(file): \(tally)\n".utf8))
      if stop.isRequested { break }
    }
    if unused { throw BadInput("no rule file has '\(prefix)' in its path") }
    print((stop.isRequested ? "Stopped. " : "") + "\(total)")
    if total.survived > 0 { throw ExitCode(1) }
  }
}

/// Whether Control-C was pressed.
private struct Interruption {
  private final class Request: Sendable {
    let isMade = Mutex(false)
  }

  private let request = Request()
  private let source: any DispatchSourceSignal

  init() {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [request] in request.isMade.withLock { $0 = true } }
    source.resume()
  }

  var isRequested: Bool { request.isMade.withLock { $0 } }
}
