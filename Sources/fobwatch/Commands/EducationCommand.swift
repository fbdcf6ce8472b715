import ArgumentParser
import Continuing
import CourseProof
import Foundation
import Knowledge
import Services
import Vocabulary

/// Continuing education: what is missing, what a course counts, which courses are enough.
struct EducationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ce",
    abstract: "Continuing education: what is missing, what a course counts, the least that is enough.",
    subcommands: [
      EducationStatusCommand.self, EducationAcceptsCommand.self, EducationOptimizeCommand.self,
      EducationVerifyCommand.self,
    ])
}

/// What each credential asks for, and how much of it is earned.
struct EducationStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "What each credential held asks for, and how much of it is earned.")

  @Argument(help: "A person file (YAML or JSON), or - for standard input.")
  var person: String

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      let inquiry = try options.inquiry()
      let language = try options.language()
      let text = try PersonText(person)
      let answer = try options.answer(naming: [text.text]) { base in
        let education = Education(base, asOf: inquiry.asOf)
        let ledger = try education.ledger(text.read(base, today: inquiry.asOf).evidence)
        let standings = education.standings(ledger)
        return options.json
          ? try JSON.text(EducationReport(ledger, standings, base, language, asOf: inquiry.asOf))
          : EducationText(base, language, asOf: inquiry.asOf).status(ledger, standings)
      }
      print(answer)
    }
  }
}

/// A catalog of courses on the command line.
struct CatalogOptions: ParsableArguments {
  @Option(name: .long, help: "A catalog of courses (CSV in UTF-8, - for standard input).")
  var catalog: String

  func read(_ base: KnowledgeBase, _ language: Language, asOf: CivilDate) throws -> [Course] {
    let data: Data
    do {
      data =
        catalog == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: catalog))
    } catch {
      throw BadInput("\(catalog): the file cannot be read: check the name and its permissions")
    }
    do {
      return try CatalogReader(base, asOf: asOf).read(data)
    } catch let refusal as SheetRefusal {
      throw BadInput(refusal.lines(language).map { "\(catalog): \($0)" }.joined(separator: "\n"))
    }
  }
}

/// For which credentials a course counts, before it is taken.
struct EducationAcceptsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accepts", abstract: "For which credentials a course counts, for how much, and why not.")

  @Argument(help: "A person file (YAML or JSON), or - for standard input.")
  var person: String

  @OptionGroup var catalog: CatalogOptions

  @Option(name: .long, help: "The id of a course of the catalog.")
  var course: String

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      let inquiry = try options.inquiry()
      let language = try options.language()
      let text = try PersonText(person)
      let base = try options.base()
      let course = try Education.course(course, in: catalog.read(base, language, asOf: inquiry.asOf))
      let education = Education(base, asOf: inquiry.asOf)
      let ledger = try education.ledger(
        text.read(base, today: inquiry.asOf).evidence, also: course.day)
      let answers = education.accepts(course, ledger)
      print(
        options.json
          ? try JSON.text(AcceptanceReport(course, answers, ledger, base, language, asOf: inquiry.asOf))
          : EducationText(base, language, asOf: inquiry.asOf).acceptances(course, answers, ledger))
    }
  }
}
