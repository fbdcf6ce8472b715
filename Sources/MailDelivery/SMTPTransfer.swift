import CCurl
import Services

/// One mail on its way to a server. Blocks while it waits.
final class SMTPTransfer: Sendable {
  enum Outcome: Sendable {
    case sent
    case failed(MailError)
    /// Whoever waited for it does not want it any more.
    case ended
  }

  /// Once in the life of a process.
  private static let prepared: CURLcode = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

  /// Whether libcurl is ready for use.
  static var isPrepared: Bool { prepared == CURLE_OK }

  private let server: MailServer
  private let from: MailSender
  private let to: EmailAddress
  private let bytes: [UInt8]
  private let isEnding: @Sendable () -> Bool

  init(
    server: MailServer, from: MailSender, to: EmailAddress, bytes: [UInt8], isEnding: @escaping @Sendable () -> Bool
  ) {
    (self.server, self.from, self.to, self.bytes, self.isEnding) = (server, from, to, bytes, isEnding)
  }

  func run() -> Outcome {
    guard Self.prepared == CURLE_OK, let handle = curl_easy_init() else { return .failed(.notReached("no memory")) }
    defer { curl_easy_cleanup(handle) }
    let receivers = curl_slist_append(nil, "<\(to.text)>")
    defer { curl_slist_free_all(receivers) }
    // What the callbacks are given: alive until the transfer is over.
    let reading = MailReading(bytes, isEnding)
    return withExtendedLifetime(reading) {
      let context = Unmanaged.passUnretained(reading).toOpaque()
      let codes =
        settings(handle) + [
          curl_set_list(handle, CURLOPT_MAIL_RCPT, receivers),
          curl_set_reader(handle, MailReading.read, context),
          curl_set_progress(handle, MailReading.progress, context),
          // What it answers is thrown away.
          curl_set_writer(handle, { _, size, count, _ in size * count }),
        ]
      // A setting that is not taken is never passed over: encryption is one of them.
      if let code = codes.first(where: { $0 != CURLE_OK }) { return .failed(.notReached(Self.name(code))) }
      let code = curl_easy_perform(handle)
      return outcome(code, answer: curl_answer_code(handle), isHandedOver: reading.isAtEnd)
    }
  }

  private func settings(_ handle: UnsafeMutableRawPointer) -> [CURLcode] {
    let address = server.address
    let encryption = address.isHere && address.scheme == "smtp" ? CURLUSESSL_NONE : CURLUSESSL_ALL
    var texts: [(CURLoption, String)] = [
      // What stands behind the port is the name we greet with.
      (CURLOPT_URL, "\(address.scheme)://\(address.host):\(address.port)/\(from.domain)"),
      (CURLOPT_PROTOCOLS_STR, "smtp,smtps"), (CURLOPT_PROXY, ""), (CURLOPT_MAIL_FROM, "<\(from.text)>"),
    ]
    if let user = server.user { texts.append((CURLOPT_USERNAME, user)) }
    if let password = server.password { texts.append((CURLOPT_PASSWORD, password)) }
    if let file = server.certificates { texts.append((CURLOPT_CAINFO, file)) }
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_UPLOAD, 1), (CURLOPT_NOSIGNAL, 1), (CURLOPT_NOPROGRESS, 0), (CURLOPT_FOLLOWLOCATION, 0),
      (CURLOPT_USE_SSL, Int(encryption.rawValue)), (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
      (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)), (CURLOPT_CONNECTTIMEOUT_MS, server.connectTime),
      (CURLOPT_TIMEOUT_MS, server.sendTime),
    ]
    return texts.map { curl_set_text(handle, $0, $1) } + numbers.map { curl_set_number(handle, $0, $1) }
  }

  private func outcome(_ code: CURLcode, answer: Int, isHandedOver: Bool) -> Outcome {
    switch code {
    case CURLE_OK: .sent
    case CURLE_ABORTED_BY_CALLBACK: .ended
    case CURLE_LOGIN_DENIED, CURLE_PEER_FAILED_VERIFICATION, CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR,
      CURLE_SSL_CACERT_BADFILE:
      .failed(.notTrusted(Self.name(code)))
    default:
      .failed(
        answer >= 400
          ? .refused(code: answer) : isHandedOver ? .cutOff(Self.name(code)) : .notReached(Self.name(code)))
    }
  }

  /// libcurl's fixed text for a code: "Couldn't connect to server".
  private static func name(_ code: CURLcode) -> String { String(cString: curl_easy_strerror(code)) }
}
