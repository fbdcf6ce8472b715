import ArgumentParser
import Foundation
import Knowledge
import Services
import Vocabulary

/// Published figures on wages, jobs and outlook.
struct StatisticsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statistics", abstract: "Published figures on wages, jobs and outlook, each with its edition.",
    subcommands: [StatisticsShowCommand.self, StatisticsImportCommand.self],
    defaultSubcommand: StatisticsShowCommand.self)
}

/// What both commands take.
struct StatisticsOptions: ParsableArguments {
  @Option(name: .customLong("as-of"), help: "The day that decides what is newest (default: today).")
  var asOf: String?

  @Option(name: .long, help: "Time zone that decides today, like America/Chicago.")
  var zone: String?

  @Option(name: .long, help: "A folder of packs in place of those in the program.")
  var knowledge: String?

  @Option(name: .long, help: "en or es (default: from LANG).")
  var lang: String?

  func language() throws -> Language {
    if let lang {
      guard let language = Language(rawValue: lang) else {
        throw ValidationError("expected en or es for --lang, found '\(lang)'")
      }
      return language
    }
    return ProcessInfo.processInfo.environment["LANG"]?.hasPrefix("es") == true ? .spanish : .english
  }

  func day() throws -> CivilDate {
    guard let asOf else { return try Composition.today(in: zone) }
    return try StatisticsOptions.day(asOf, "--as-of")
  }

  static func day(_ text: String, _ option: String) throws -> CivilDate {
    guard let day = CivilDate(text) else {
      throw BadInput("expected a day like 2026-11-22 for \(option), found '\(text)'")
    }
    return day
  }
}

/// The figures for one place.
struct StatisticsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The figures for the country, or for one state.")

  @Option(name: .customLong("in"), help: "A state or territory, like WA (default: the United States).")
  var place: String?

  @Option(name: .long, help: "Only this edition, like 2025-05 or 2024-34.")
  var edition: String?

  @Option(name: .long, help: "The data folder of an installation: its packs and imported workbooks.")
  var data: String?

  @Flag(name: .long, help: "JSON for programs.")
  var json = false

  @OptionGroup var options: StatisticsOptions

  func run() throws {
    try answering {
      let base = try Composition.knowledge(options.knowledge, data: data)
      let (day, language) = (try options.day(), try options.language())
      let geography = place.map { "us-" + ($0.lowercased().hasPrefix("us-") ? $0.dropFirst(3) : $0[...]).lowercased() }
      let book = StatisticBook(base)
      if let geography, !base.series.contains(where: { book.name(of: geography, in: $0) != nil }) {
        throw BadInput("no state or territory is called '\(place ?? "")': expected two letters, like WA")
      }
      if let edition, !base.series.contains(where: { $0.editions.contains { $0.id == edition } }) {
        let known = base.series.flatMap { $0.editions.map(\.id) }.joined(separator: ", ")
        throw BadInput("no edition is called '\(edition)'; loaded: \(known)")
      }
      if json {
        print(try JSON.text(StatisticsReport(base, geography ?? "us", edition: edition, asOf: day, language)))
      } else {
        print(StatisticsText(base, language, asOf: day).render(geography ?? "us", edition: edition))
      }
    }
  }
}

/// Takes a published workbook.
struct StatisticsImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take a published OEWS workbook into an installation: whole, or not at all.",
    discussion: """
      The file keeps the name under which it was published: national_M2024_dl.xlsx, state_M2024_dl.xlsx, or the same as .csv.
      A file that is cut, re-ordered, changed by another program or something else is refused, with row and column.
      """)

  @Argument(help: "The file.")
  var file: String

  @Option(name: .long, help: "The data folder of an installation.")
  var data: String

  @Option(name: .long, help: "The day the edition was published, where you know it.")
  var released: String?

  @OptionGroup var options: StatisticsOptions

  func run() throws {
    try answering {
      let base = try Composition.knowledge(options.knowledge, data: data)
      let (day, language) = (try options.day(), try options.language())
      let released = try self.released.map { try StatisticsOptions.day($0, "--released") }
      guard let bytes = try? Data(contentsOf: URL(filePath: file)) else {
        throw BadInput("\(file): the file cannot be read: check the name and its permissions")
      }
      do {
        let result = try StatisticsImport(base, data: data).take(bytes, file: file, released: released, on: day)
        print(StatisticsText(base, language, asOf: day).render(result))
      } catch let refusal as SheetRefusal {
        let nothing = Phrase("Nothing was changed.", "No se cambió nada.")[language]
        throw BadInput((refusal.lines(language).map { "\(file): \($0)" } + [nothing]).joined(separator: "\n"))
      } catch {
        throw BadInput("\(error)")
      }
    }
  }
}
