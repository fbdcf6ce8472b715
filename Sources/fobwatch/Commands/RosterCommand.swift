import ArgumentParser
import Foundation
import Knowledge
import Rules
import Services
import Vocabulary

/// A whole roster against a requirement set.
struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "Check a sheet of people against a requirement set.",
    subcommands: [RosterCheckCommand.self, RosterSetsCommand.self, RosterFieldsCommand.self])
}

/// Each row with its first breaking day and why, worst first. Nothing is stored.
struct RosterCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Each row with its first breaking day and why, worst first.",
    discussion: """
      The sheet is CSV in UTF-8 or a workbook (.xlsx), its headers in the first row. What the headers mean is proposed; \
      --map corrects it. Days are 2026-11-22 or 11/22/2026; a column that does not prove which number is the month is \
      refused until --dates says so. A sheet that cannot be read is refused whole. Nothing is stored.
      """)

  @Argument(help: "The sheet (- for CSV from standard input).")
  var sheet: String

  @Option(name: .long, help: "A requirement set: `fobwatch roster sets` lists them.")
  var set: String

  @Option(name: .customLong("map"), help: "What a column holds, like \"BLS exp=bls-expires\"; may be repeated.")
  var map: [String] = []

  @Option(name: .long, help: "month-first or day-first, for columns that do not prove it.")
  var dates: String?

  @Option(name: .long, help: "2000 or 1900: what is added to years of two digits.")
  var century: Int?

  @Option(name: .long, help: "The state of the worksite, for rows that do not say.")
  var state: String?

  @Option(name: .long, help: "How many rows to show.")
  var top = 200

  @Flag(name: .long, help: "A sheet with the answers, for a spreadsheet.")
  var csv = false

  @Flag(name: .long, help: "Exit status 1 if a row breaks or is not known.")
  var require = false

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      let base = try options.base()
      guard let found = base.requirementSet(set) else {
        let known = base.requirementSets.map(\.id).joined(separator: ", ")
        throw BadInput("no requirement set is called '\(set)'; known here: \(known)")
      }
      let language = try options.language()
      let settings = try settings()
      let bar = ProgressBar(Phrase("Checking", "Comprobando")[language])
      let result: RosterResult
      do {
        result = try RosterChecker(base, found).check(try source(), settings) { done in
          bar.show(done)
          if bar.isInterrupted { throw ExitCode(130) }
        }
        bar.clear()
      } catch let refusal as SheetRefusal {
        bar.clear()
        throw BadInput(
          refusal.lines(language).map { "\(sheet): \($0)" }.joined(separator: "\n")
            + Phrase("\nNothing was checked.", "\nNo se comprobó nada.")[language])
      } catch let stopped as ExitCode {
        bar.clear()
        FileHandle.standardError.write(
          Data((Phrase("Stopped: nothing is answered.\n", "Detenido: no hay respuesta.\n")[language]).utf8))
        throw stopped
      }
      if options.json {
        print(try JSON.text(RosterReport(result, language)))
      } else if csv {
        FileHandle.standardOutput.write(Data(RosterCSV(language).render(result).utf8))
      } else {
        print(RosterText(language).render(result, top: top))
      }
      if require, result.count(.met) < result.answers.count { throw ExitCode(1) }
    }
  }

  private func settings() throws -> RosterOptions {
    let inquiry = try options.inquiry()
    var settings = RosterOptions(asOf: inquiry.asOf, days: inquiry.through, state: state, century: century)
    if let dates {
      guard let order = DateOrder(rawValue: dates) else {
        throw ValidationError("expected month-first or day-first for --dates, found '\(dates)'")
      }
      settings.dates = order
    }
    if let century, century % 100 != 0 || !(1900...2100).contains(century) {
      throw ValidationError("expected 1900, 2000 or 2100 for --century, found \(century)")
    }
    for text in map {
      guard let equals = text.lastIndex(of: "="),
        let field = RosterField(rawValue: String(text[text.index(after: equals)...]))
      else {
        throw ValidationError(
          "expected \"HEADER=FIELD\" for --map, found '\(text)'; `fobwatch roster fields` lists the fields")
      }
      settings.columns.append((String(text[..<equals]), field))
    }
    return settings
  }

  private func source() throws -> any SheetSource {
    let data: Data
    do {
      data =
        sheet == "-"
        ? FileHandle.standardInput.readDataToEndOfFile()
        : try Data(contentsOf: URL(filePath: sheet), options: .mappedIfSafe)
    } catch {
      throw BadInput("\(sheet): the file cannot be read: check the name and its permissions")
    }
    return try Sheets.read(data)
  }
}

/// The requirement sets of the packs.
struct RosterSetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sets", abstract: "The requirement sets and their layers.")

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      let base = try options.base()
      let language = try options.language()
      for set in base.requirementSets {
        print("\(set.id): \(set.title[language]). \(set.about[language])")
        for layer in set.layers {
          let gate = layer.gate == .preferred ? Phrase(" (preferred)", " (preferido)")[language] : ""
          switch layer.content {
          case .rule(let rule): print("  \(layer.name.title[language])\(gate): \(rule)")
          case .tasks(let tasks): print("  \(layer.name.title[language])\(gate): \(tasks.joined(separator: ", "))")
          }
        }
      }
    }
  }
}

/// What a column can hold.
struct RosterFieldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "fields", abstract: "What a column of a sheet can hold.")

  @Option(name: .long, help: "en or es.")
  var lang: String?

  func run() throws {
    let language = lang.flatMap(Language.init(rawValue:)) ?? .english
    for field in RosterField.allCases { print("\(field.rawValue): \(field.title[language])") }
  }
}
