import Foundation
import Knowledge
import Services
import Vocabulary

@testable import Website

/// The website on the packs of the package folder, for one day and some answers.
enum LiveFixture {
  static let service: LiveService = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "knowledge").resolvingSymlinksInPath()
    do { return LiveService(try KnowledgeLoader.folder(folder.path())) } catch { fatalError("\(error)") }
  }()

  static let student: [(String, String)] = [
    ("program-status", "in-one-now"), ("program-graduated", "2027-06-04"), ("exam-history", "never"),
    ("program-accreditation", "abhes"), ("program-completion", "2027-05-28"), ("diploma-status", "diploma"),
    ("work-as-medical-assistant", "none"), ("program-kind", "school"), ("program-recognized-by", "ncct"),
    ("program-total-hours", "760"), ("program-practicum-hours", "160"),
  ]

  static func visit(_ answers: [(String, String)], _ language: Language = .english) -> Visit {
    Visit(
      language: language, today: Fixtures.today,
      answers: Answers(answers.map { Answers.Answer(fact: $0.0, text: $0.1) }))
  }

  static func credential(_ body: String, _ designation: String) -> CredentialPath {
    CredentialPath(body, designation)!
  }
}
