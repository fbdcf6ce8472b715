import ArgumentParser
import Foundation
import MailDelivery
import Services
import Vocabulary

/// Asks the public address of this installation as a visitor does.
struct AdminCheckAddressCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-address", abstract: "Whether browsers trust the public address, and nothing of it is open.",
    discussion: """
      Asks the 'address' of the settings from this machine: its certificate and the days it has left, versions of TLS, \
      what http does. Exit status 1 when something is wrong.
      """)

  @Option(name: .long, help: "A file of settings.")
  var config: String?
  @Option(name: .customLong("http-port"), help: "Where http is spoken (default: 80).")
  var httpPort: UInt16 = 80
  @OptionGroup var form: FormOptions

  func run() async throws {
    try await answering {
      let language = try form.language()
      let settings = try Settings(options: [:], config: config, environment: ProcessInfo.processInfo.environment)
      guard let address = try settings.address(),
        let check = AddressCheck(address, authorities: AddressWatch.authorities)
      else {
        throw BadInput(
          Phrase(
            "No address of https is set: expected a line like 'address = https://fobwatch.example.org' in the settings.",
            "No hay una dirección de https: se espera en los ajustes una línea como 'address = https://fobwatch.example.org'."
          )[language])
      }
      let report = try await check.everything(at: Composition.now(), httpPort: Int(httpPort))
      let wording = AddressWording(report)
      print(
        form.json
          ? try JSON.text(Answer(address: address, report, wording.faults.map { $0[language] }))
          : ([address] + wording.lines.map { $0[language] }).joined(separator: "\n"))
      if !report.isGood { throw ExitCode(1) }
    }
  }

  private struct Answer: Encodable {
    let address: String
    let good: Bool
    /// Whole days; left out when the certificate is not trusted.
    let days: Int?
    let faults: [String]

    init(address: String, _ report: AddressReport, _ faults: [String]) {
      (self.address, good, self.faults) = (address, report.isGood, faults)
      if case .trusted(let days) = report.certificate { self.days = days } else { days = nil }
    }
  }
}
