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
    help: "A change, like \"fail 2\" or \"delay 6w\", or \"move WA 2027-03-01\"; may be repeated.")
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
      if let move = try PlanMove(whatIfs, base, inquiry) {
        return try move.answer(file, base, inquiry, language, json: options.json)
      }
      let changes = try PlanCommand.changes(whatIfs)
      let assumptions = PlanAssumptions().applying(try PlanCommand.changes(assume))
      let service = PlanService(base)
      let plans = try plans(service, file, inquiry, assumptions)
      if options.json, goal == "all", changes.isEmpty {
        return print(
          try JSON.text(
            plans.map { plan in
              PlanReport(plan, base, language, missing: try service.missing(plan, file.evidence, inquiry))
            }))
      }
      for plan in plans {
        let text = PlanText(base, language, asOf: inquiry.asOf)
        if checklist {
          print(PlanChecklists(base).render(plan, language))
        } else if changes.isEmpty {
          let missing = try service.missing(plan, file.evidence, inquiry)
          print(
            options.json
              ? try JSON.text(PlanReport(plan, base, language, missing: missing))
              : text.render(plan, name: file.name, missing: missing))
        } else if let credential = base.credential(plan.credential),
          let answer = try service.whatIf(changes, credential, file.evidence, inquiry, assumptions)
        {
          print(
            options.json
              ? try JSON.text(PlanDifferenceReport(answer.difference, changes, language))
              : text.headline(plan) + "\n"
                + PlanDifferenceText(language, asOf: inquiry.asOf).render(answer.difference, changes))
        }
      }
    }
  }

  private func plans(
    _ service: PlanService, _ file: PersonFile, _ inquiry: Inquiry, _ assumptions: PlanAssumptions
  ) throws -> [Plan] {
    guard let goal, goal != "all" else {
      let all = try service.plans(file.evidence, inquiry, assumptions)
      return goal == nil ? Array(all.prefix(1)) : all
    }
    guard let credential = service.base.credential(goal) ?? service.base.credentials.first(where: { $0.mark == goal })
    else {
      let known = service.base.credentials.map { "\($0.id) = \($0.mark)" }.joined(separator: ", ")
      throw BadInput("unknown credential '\(goal)'; known here: \(known). Write the body with the letters")
    }
    guard let plan = try service.plan(credential, file.evidence, inquiry, assumptions) else {
      throw BadInput("no rule says who can sit the exam for \(credential.mark): ask \(credential.body)")
    }
    return [plan]
  }

  private static func changes(_ texts: [String]) throws -> [WhatIf] {
    do {
      return try texts.map { try WhatIf($0) }
    } catch {
      throw BadInput("\(error)")
    }
  }
}
