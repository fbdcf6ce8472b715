import Foundation
import MailDelivery
import Services
import Vocabulary
import Website

/// Looks once a day whether browsers trust the certificate of the public address, and tells the log when they do not or
/// soon will not.
struct AddressWatch: Sendable {
  /// How long until it looks again; sooner when nothing answered.
  private static let times = (usual: Duration.seconds(86_400), unanswered: Duration.seconds(3_600))

  private let check: AddressCheck
  private let log: EventLog

  /// Nil where there is no address of https.
  init?(_ address: String?, log: EventLog) {
    guard let address, let check = AddressCheck(address, authorities: Self.authorities) else { return nil }
    (self.check, self.log) = (check, log)
  }

  /// The file that `SSL_CERT_FILE` names, as OpenSSL has it; nil: the system's.
  static var authorities: String? {
    ProcessInfo.processInfo.environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Looks until the task is cancelled.
  func run() async {
    while let finding = try? await check.certificate(at: Composition.now()) {
      tell(finding)
      let time = if case .notReached = finding { Self.times.unanswered } else { Self.times.usual }
      guard (try? await Task.sleep(for: time)) != nil else { return }
    }
  }

  private func tell(_ finding: CertificateFinding) {
    switch finding {
    case .trusted(let days):
      guard days < CertificateFinding.fewDays else { return }
      log.say(.warning, "certificate-ends-soon", [.number("days", days)])
    case .expired: notTrusted("expired")
    case .notYetValid: notTrusted("not yet valid")
    case .otherName: notTrusted("other name")
    case .unknownAuthority: notTrusted("unknown authority")
    case .notReached(let why): log.say(.warning, "address-not-reached", [.ofOperator("reason", why)])
    }
  }

  private func notTrusted(_ reason: StaticString) {
    log.say(.error, "certificate-not-trusted", [.word("reason", reason)])
  }
}
