import ArgumentParser
import Continuing
import CourseProof
import Foundation
import Knowledge
import Services
import Vocabulary

/// The cheapest or shortest set of courses that is enough, with its proof.
struct EducationOptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize", abstract: "The cheapest or shortest set of courses that keeps every credential held.",
    discussion: """
      Planned are the periods and cycles that run on the day asked and, with --by, the cycles that end by that day. \
      A set is shown with what is proved of it: that none is cheaper, or below which cost there is none.
      """)

  @Argument(help: "A person file (YAML or JSON), or - for standard input.")
  var person: String

  @OptionGroup var catalog: CatalogOptions

  @Option(name: .long, help: "cost or hours.")
  var least = "cost"

  @Option(name: .long, help: "The last day on which a course can be taken.")
  var by: String?

  @Option(name: .long, help: "A file for the certificate, which `fobwatch ce verify` checks.")
  var certificate: String?

  @Option(name: .long, help: "The longest time to search.")
  var seconds = 60.0

  @OptionGroup var options: QuestionOptions

  func validate() throws {
    guard CourseAim(rawValue: least) != nil else {
      throw ValidationError("expected cost or hours for --least, found '\(least)'")
    }
    guard seconds > 0, seconds.isFinite else { throw ValidationError("expected more than 0 for --seconds") }
  }

  func run() throws {
    try answering {
      let inquiry = try options.inquiry()
      let language = try options.language()
      let last = try lastDay(inquiry.asOf)
      let text = try PersonText(person)
      let base = try options.base()
      let courses = try catalog.read(base, language, asOf: inquiry.asOf)
      let education = Education(base, asOf: inquiry.asOf)
      let ledger = try education.ledger(text.read(base, today: inquiry.asOf).evidence, through: last)
      let plan = education.plan(courses, ledger, aim: CourseAim(rawValue: least) ?? .cost, by: last, goesOn(language))
      if let certificate { try write(plan, certificate) }
      print(
        options.json
          ? try JSON.text(CoursePlanReport(plan, language))
          : EducationText(base, language, asOf: inquiry.asOf).plan(plan, ledger))
    }
  }

  private func lastDay(_ asOf: CivilDate) throws -> CivilDate? {
    guard let by else { return nil }
    guard let day = CivilDate(by) else {
      throw BadInput("expected a day like 2027-05-31 for --by, found '\(by)'")
    }
    if day < asOf { throw BadInput("--by \(day) lies before the day asked, \(asOf)") }
    return day
  }

  /// Shows that the search goes on, and ends it when its time is over or somebody interrupts it.
  private func goesOn(_ language: Language) -> (CoverSearch.Progress) -> Bool {
    let bar = ProgressBar(Phrase("Searching", "Buscando")[language])
    let start = Date()
    return { _ in
      let share = Date().timeIntervalSince(start) / seconds
      if share >= 1 || bar.isInterrupted {
        bar.clear()
        return false
      }
      if share > 0.02 { bar.show(share) }
      return true
    }
  }

  private func write(_ plan: CoursePlan, _ path: String) throws {
    do {
      try Data(CourseCertificate.bytes(plan)).write(to: URL(filePath: path))
    } catch {
      throw BadInput("\(path): the file cannot be written: check the folder and its permissions")
    }
  }
}

/// Checks a certificate, alone.
struct EducationVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check the certificate of a set of courses, without searching again.")

  @Argument(help: "A certificate that `fobwatch ce optimize` wrote.")
  var certificate: String

  @Option(name: .long, help: "en or es (default: from LANG).")
  var lang: String?

  @Flag(name: .long, help: "JSON for programs.")
  var json = false

  func run() throws {
    try answering {
      let language = try language()
      let data: Data
      do {
        data = try Data(contentsOf: URL(filePath: certificate))
      } catch {
        throw BadInput("\(certificate): the file cannot be read: check the name and its permissions")
      }
      do {
        let proven = try ProofChecker.check(Array(data))
        print(json ? try JSON.text(ProvenReport(proven)) : ProvenText(language).render(proven))
      } catch {
        throw BadInput("\(certificate): this certificate proves nothing: \(error)")
      }
    }
  }

  private func language() throws -> Language {
    guard let lang else {
      return ProcessInfo.processInfo.environment["LANG"]?.hasPrefix("es") == true ? .spanish : .english
    }
    guard let language = Language(rawValue: lang) else {
      throw ValidationError("expected en or es for --lang, found '\(lang)'")
    }
    return language
  }
}
