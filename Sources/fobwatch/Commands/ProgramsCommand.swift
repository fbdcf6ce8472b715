import ArgumentParser
import Foundation
import Services
import Vocabulary

/// The list of programs with their accreditation.
struct ProgramsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programs", abstract: "Medical assistant programs on record, and when they were accredited.",
    discussion: "The list ends at its vintage and has one accreditor: what is not in it is not known.",
    subcommands: [ProgramsListCommand.self, ProgramsShowCommand.self, ProgramsImportCommand.self],
    defaultSubcommand: ProgramsListCommand.self)
}

/// What every question about the list takes.
struct ProgramOptions: ParsableArguments {
  @Option(name: .long, help: "The data folder of an installation: the list it imported.")
  var data: String?

  @Option(name: .customLong("as-of"), help: "The day the question is asked (default: today).")
  var asOf: String?

  @Option(name: .long, help: "Time zone that decides today, like America/Chicago.")
  var zone: String?

  @Option(name: .long, help: "en or es (default: from LANG).")
  var lang: String?

  func language() throws -> Language {
    guard let lang else {
      return ProcessInfo.processInfo.environment["LANG"]?.hasPrefix("es") == true ? .spanish : .english
    }
    guard let language = Language(rawValue: lang) else {
      throw ValidationError("expected en or es for --lang, found '\(lang)'")
    }
    return language
  }

  func day() throws -> CivilDate {
    guard let asOf else { return try Composition.today(in: zone) }
    guard let day = CivilDate(asOf) else {
      throw BadInput("expected a day like 2026-11-22 for --as-of, found '\(asOf)'")
    }
    return day
  }
}

struct ProgramsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Programs by state, school or city.")

  @Option(name: .customLong("in"), help: "A state, like CA.")
  var state: String?

  @Option(name: .long, help: "Words of the school or the city; small typing mistakes are forgiven.")
  var search = ""

  @Flag(name: .long, help: "JSON for programs.")
  var json = false

  @OptionGroup var options: ProgramOptions

  func run() throws {
    try answering {
      let directory = try Composition.programs(data: options.data)
      let language = try options.language()
      let code = state?.uppercased()
      if let code, code.utf8.count != 2 || !code.utf8.allSatisfy({ (65...90).contains($0) }) {
        throw BadInput("expected a state like CA for --in, found '\(code)'")
      }
      let found = ProgramSearch(text: search, state: code).results(in: directory)
      print(
        json
          ? try JSON.text(ProgramListReport(found, directory, language))
          : ProgramText(directory, language).render(found))
    }
  }
}

struct ProgramsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One program, or the start of a person file for somebody who was in it.")

  @Argument(help: "The id that `programs` prints.")
  var id: String

  @Flag(name: .customLong("as-person"), help: "A person file with this program, to be completed.")
  var asPerson = false

  @Flag(name: .long, help: "JSON for programs.")
  var json = false

  @OptionGroup var options: ProgramOptions

  func run() throws {
    try answering {
      let directory = try Composition.programs(data: options.data)
      let language = try options.language()
      guard let program = directory.program(id) else {
        throw BadInput("no program is called '\(id)': `fobwatch programs --search WORDS` prints the ids")
      }
      if asPerson {
        print(
          ProgramPersonFile.text(ListedEvidence(program, directory.source), asOf: try options.day()), terminator: "")
      } else if json {
        print(try JSON.text(ProgramListReport([program], directory, language)))
      } else {
        print(ProgramText(directory, language).render(program, on: try options.day()))
      }
    }
  }
}
