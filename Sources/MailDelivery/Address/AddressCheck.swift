import CCurl
import Dispatch
import Synchronization
public import Vocabulary

/// Asks the public address of this installation as a visitor does, from this machine: whether browsers trust its certificate,
/// and whether anything of it is reached without encryption.
public struct AddressCheck: Sendable {
  private static let queue = DispatchQueue(label: "fobwatch.address", attributes: .concurrent)
  /// How many seconds browsers have to keep to https at least: a year.
  private static let strictTime = 31_536_000

  /// `https://fobwatch.example.org`, without a slash at the end.
  private let address: String
  /// A file of authorities in place of the system's.
  private let authorities: String?

  /// Nil for an address that is not of the form `https://…`.
  public init?(_ address: String, authorities: String? = nil) {
    guard address.hasPrefix("https://"), address.utf8.count <= 500,
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !address.contains("@")
    else { return nil }
    (self.address, self.authorities) = (address, authorities)
  }

  /// What its certificate is worth now.
  ///
  /// - Throws: `CancellationError`.
  public func certificate(at now: Instant) async throws -> CertificateFinding {
    try await asking { finding(of: request("\(address)/health/live", $0).run(), now) }
  }

  /// All that has to hold.
  ///
  /// - Parameter port: where http is spoken.
  /// - Throws: `CancellationError`.
  public func everything(at now: Instant, httpPort port: Int = 80) async throws -> AddressReport {
    try await asking { isEnding in
      let answer = request("\(address)/health/live", isEnding).run()
      let certificate = finding(of: answer, now)
      var faults: [AddressFault] = []
      switch certificate {
      case .notReached: return AddressReport(certificate: certificate, faults: [])
      case .trusted:
        if answer.status != 200 { faults.append(.answers(answer.status)) }
        if Self.seconds(answer.strict) < Self.strictTime { faults.append(.notStrict) }
      case .expired, .notYetValid, .otherName, .unknownAuthority: break
      }
      var old = request(address, isEnding)
      old.isOld = true
      if old.run().code == CURLE_OK { faults.append(.oldVersion) }
      faults += openFaults(port, isEnding)
      return AddressReport(certificate: certificate, faults: faults)
    }
  }

  /// What is wrong with what is reached over http. Nothing there is well.
  private func openFaults(_ port: Int, _ isEnding: @escaping @Sendable () -> Bool) -> [AddressFault] {
    let open = "http://\(host):\(port)"
    let page = request("\(open)/", isEnding).run()
    guard page.status > 0 else { return [] }
    var faults: [AddressFault] = []
    let isLedOn = (300..<400).contains(page.status) && page.place.hasPrefix("https://\(host)")
    if page.status < 400, !isLedOn { faults.append(.open) }
    var form = request("\(open)/answers/removal", isEnding)
    form.isForm = true
    if (200..<400).contains(form.run().status) { faults.append(.openForms) }
    if (200..<400).contains(request("\(open)/health/live", isEnding).run().status) { faults.append(.openPrograms) }
    return faults
  }

  private func finding(of answer: AddressRequest.Answer, _ now: Instant) -> CertificateFinding {
    switch answer.code {
    case CURLE_OK:
      guard answer.end > 0 else { return .notReached("no certificate") }
      let (end, second) = (Int(clamping: answer.end), Int(now.microseconds / 1_000_000))
      return .trusted(days: (end - second) / 86_400)
    case CURLE_PEER_FAILED_VERIFICATION:
      switch answer.chain {
      // libcurl compares the name itself, when the chain holds, and leaves OpenSSL's code as it was: none, or "unspecified".
      case 0, 1, 62: return .otherName
      case 9: return .notYetValid
      case 10: return .expired
      default: return .unknownAuthority
      }
    default: return .notReached(String(cString: curl_easy_strerror(answer.code)))
    }
  }

  /// The name in the address, without a port; an address of IPv6 with its brackets.
  private var host: String {
    let place = address.dropFirst("https://".count).prefix { !"/?#".contains($0) }
    guard place.hasPrefix("["), let end = place.firstIndex(of: "]") else { return String(place.prefix { $0 != ":" }) }
    return String(place[...end])
  }

  private func request(_ url: String, _ isEnding: @escaping @Sendable () -> Bool) -> AddressRequest {
    AddressRequest(url: url, authorities: authorities, isEnding: isEnding)
  }

  /// The seconds that `Strict-Transport-Security` names; 0 without.
  static func seconds(_ strict: String) -> Int {
    let parts = strict.lowercased().split(separator: ";").map { $0.filter { $0 != " " && $0 != "\"" } }
    return parts.lazy.compactMap { $0.hasPrefix("max-age=") ? Int($0.dropFirst("max-age=".count)) : nil }.first ?? 0
  }

  /// Runs a body on a thread that may wait; it hears when the task is cancelled.
  private func asking<Found: Sendable>(
    _ body: @escaping @Sendable (_ isEnding: @escaping @Sendable () -> Bool) -> Found
  ) async throws -> Found {
    let ending = Ending()
    let found = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        Self.queue.async { continuation.resume(returning: body { ending.isAsked }) }
      }
    } onCancel: {
      ending.ask()
    }
    try Task.checkCancellation()
    return found
  }

  /// Whether the task was cancelled.
  private final class Ending: Sendable {
    private let flag = Mutex(false)
    var isAsked: Bool { flag.withLock { $0 } }
    func ask() { flag.withLock { $0 = true } }
  }
}
