import CCurl

/// One question to the public address. Blocks while it waits; nothing of the body is kept, and nothing is followed.
struct AddressRequest {
  /// What came of it. Texts and numbers that there are none of are empty, 0 or less.
  struct Answer {
    var code = CURLE_FAILED_INIT
    var status = 0
    /// What OpenSSL says of the chain.
    var chain = 0
    /// When the certificate ends, in seconds since 1970.
    var end: Int64 = -1
    /// Where it leads on to.
    var place = ""
    /// `Strict-Transport-Security`.
    var strict = ""
  }

  /// How long it may take, in milliseconds.
  private static let time = 10_000

  let url: String
  /// A file of authorities in place of the system's.
  let authorities: String?
  let isEnding: @Sendable () -> Bool
  /// Shakes hands by TLS 1.1 or older and says nothing: whether that is taken.
  var isOld = false
  /// Sends an empty form.
  var isForm = false

  func run() -> Answer {
    var answer = Answer()
    guard SMTPTransfer.isPrepared, let handle = curl_easy_init() else { return answer }
    defer { curl_easy_cleanup(handle) }
    // What the callback is given: alive until the transfer is over.
    let reading = MailReading([], isEnding)
    return withExtendedLifetime(reading) {
      let codes =
        settings(handle) + [
          curl_set_progress(handle, MailReading.progress, Unmanaged.passUnretained(reading).toOpaque()),
          curl_set_writer(handle, { _, size, count, _ in size * count }),
        ]
      guard codes.allSatisfy({ $0 == CURLE_OK }) else { return answer }
      answer.code = curl_easy_perform(handle)
      answer.status = curl_answer_code(handle)
      answer.chain = curl_chain_code(handle)
      answer.end = curl_certificate_end(handle)
      answer.place = curl_answer_place(handle).map { String(cString: $0) } ?? ""
      answer.strict = curl_answer_header(handle, "Strict-Transport-Security").map { String(cString: $0) } ?? ""
      return answer
    }
  }

  private func settings(_ handle: UnsafeMutableRawPointer) -> [CURLcode] {
    var texts: [(CURLoption, String)] = [
      (CURLOPT_URL, url), (CURLOPT_PROTOCOLS_STR, "http,https"), (CURLOPT_PROXY, ""),
    ]
    if let authorities { texts.append((CURLOPT_CAINFO, authorities)) }
    var numbers: [(CURLoption, Int)] = [
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_NOPROGRESS, 0), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_CERTINFO, 1),
      (CURLOPT_TIMEOUT_MS, Self.time), (CURLOPT_CONNECTTIMEOUT_MS, Self.time),
    ]
    if isOld {
      // Takes everything, so that it is the other end that refuses.
      texts.append((CURLOPT_SSL_CIPHER_LIST, "ALL:@SECLEVEL=0"))
      numbers += [
        (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_0) | Int(CURL_SSLVERSION_MAX_TLSv1_1)),
        (CURLOPT_SSL_VERIFYPEER, 0), (CURLOPT_SSL_VERIFYHOST, 0), (CURLOPT_CONNECT_ONLY, 1),
      ]
    } else {
      numbers += [
        (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)), (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
      ]
    }
    let body = isForm ? [curl_set_body(handle, "", 0)] : []
    return texts.map { curl_set_text(handle, $0, $1) } + numbers.map { curl_set_number(handle, $0, $1) } + body
  }
}
