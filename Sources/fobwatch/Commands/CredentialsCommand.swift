import ArgumentParser
import Knowledge
import Rules
import Services
import Vocabulary

/// What can be earned, and what is known about it.
struct CredentialsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "credentials", abstract: "The credentials that the packs know, and how much of each.")

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      let base = try options.base()
      let language = try options.language()
      if options.json { return print(try JSON.text(CredentialsReport(base, language))) }
      for credential in base.credentials {
        let coverage =
          credential.isComplete
          ? Phrase("all known rules", "todas las reglas conocidas") : Phrase("in part", "en parte")
        print("\(credential.id)  \(credential.mark)  \(credential.name[language])  [\(coverage[language])]")
        for rule in base.book.rules where rule.id.hasPrefix(credential.id + "/") {
          print("    \(rule.id)  \(rule.title[language])")
        }
      }
      print("")
      print(VerdictWording.affiliation[language])
    }
  }
}
