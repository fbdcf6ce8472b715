import Testing

@testable import MailDelivery

@Suite("Asking the public address")
struct AddressCheckTests {
  @Test("only addresses of https are asked, and none with a name to sign in by")
  func addresses() {
    for text in ["https://fobwatch.example.org", "https://localhost:8443", "https://[::1]:8443"] {
      #expect(AddressCheck(text) != nil, "\(text)")
    }
    for text in ["http://fobwatch.example.org", "fobwatch.example.org", "https://a@b", "https://a b", "https://ä"] {
      #expect(AddressCheck(text) == nil, "\(text)")
    }
  }

  @Test("the seconds that browsers keep to https are read, whatever stands beside them")
  func seconds() {
    let cases = [
      ("max-age=63072000; includeSubDomains", 63_072_000), ("includeSubDomains; MAX-AGE=\"31536000\"", 31_536_000),
      ("max-age=0", 0), ("", 0), ("preload", 0), ("max-age=soon", 0),
    ]
    for (text, seconds) in cases { #expect(AddressCheck.seconds(text) == seconds, "\(text)") }
  }

  @Test("a certificate that ends in less than 14 days is no good, nor one with a fault beside it")
  func good() {
    let cases: [(AddressReport, Bool)] = [
      (AddressReport(certificate: .trusted(days: 14), faults: []), true),
      (AddressReport(certificate: .trusted(days: 13), faults: []), false),
      (AddressReport(certificate: .trusted(days: 60), faults: [.oldVersion]), false),
      (AddressReport(certificate: .expired, faults: []), false),
      (AddressReport(certificate: .notReached("no"), faults: []), false),
    ]
    for (report, isGood) in cases { #expect(report.isGood == isGood, "\(report)") }
  }
}
