import ArgumentParser
import Foundation
import Knowledge
import Planning
import Services
import Vocabulary

/// The way from today to a credential, with dates, costs and what-ifs.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Dated steps to a credential, what they cost, and what happens if.")

  @Argument(help: "A person file (YAML or JSON), or - for standard input.")
  var person: String

  @Option(name: .long, help: "The credential, like nha/ccma; or all (default: the one with the earliest day).")
  var goal: String?

  @Option(
    name: .customLong("what-if"), parsing: .singleValue,
    help: "A change, like \"fail 2\" or \"delay 6w\", \"move WA 2027-03-01\" or \"lapse aama/cma\"; may be repeated.")
  var whatIfs: [String] = []

  @Option(name: .long, help: "Something assumed from the start, in the form of a what-if; may be repeated.")
  var assume: [String] = []

  @Flag(name: .long, help: "Only the lists to print: the application, and the employer's letter.")
  var checklist = false

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      let base = try options.base()
      let inquiry = try options.inquiry()
      let language = try options.language()
      let file = try Composition.person(person, base, today: inquiry.asOf)
      if let move = try PlanMove(whatIfs, base) {
        let plan = try move.plan(file.evidence, base, asOf: inquiry.asOf)
        let name = file.name ?? Phrase("this person", "esta persona")[language]
        return print(
          options.json
            ? try JSON.text(PlanAnswer.move(MoveReport(plan, base, language)))
            : MoveText(base, language, inquiry).render(plan, for: Phrase(name, name)))
      }
      if let asked = try WhatIfQuestion(whatIfs, base, file.evidence, asOf: inquiry.asOf) {
        let answer = try WhatIfService(base).answer(asked, file.evidence.withoutHealth, asOf: inquiry.asOf)
        return print(
          options.json
            ? try JSON.text(PlanAnswer.record(WhatIfReport(answer, base, language)))
            : WhatIfText(base, language, asOf: inquiry.asOf).render(answer))
      }
      let asked = try PlanInquiry(goal: goal, whatIf: whatIfs, assume: assume)
      if options.json, !checklist {
        return print(try JSON.text(try asked.report(base, file.evidence, inquiry, language)))
      }
      let service = PlanService(base)
      for plan in try asked.plans(service, file.evidence, inquiry) {
        let text = PlanText(base, language, asOf: inquiry.asOf)
        if checklist {
          print(PlanChecklists(base).render(plan, language))
        } else if asked.changes.isEmpty {
          let missing = try service.missing(plan, file.evidence, inquiry)
          print(text.render(plan, name: file.name, missing: missing))
        } else if let credential = base.credential(plan.credential),
          let answer = try service.whatIf(asked.changes, credential, file.evidence, inquiry, asked.assumptions)
        {
          print(
            text.headline(plan) + "\n"
              + PlanDifferenceText(language, asOf: inquiry.asOf).render(answer.difference, asked.changes))
        }
      }
    }
  }
}
