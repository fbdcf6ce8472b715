import CCurl
import Dispatch

/// An address elsewhere that is asked after each run, so that somebody else notices when nothing asks it any more.
public struct Heartbeat: Sendable {
  /// The address.
  private let address: String
  private static let queue = DispatchQueue(label: "fobwatch.heartbeat")
  /// How long it may take, in milliseconds.
  private static let time = 10_000

  /// Nil for a text that is no address of the form `https://…`; on this machine alone `http://` too.
  public init?(_ text: String) {
    let isHere = ["http://127.0.0.1:", "http://localhost:"].contains { text.hasPrefix($0) }
    guard text.hasPrefix("https://") || isHere, text.utf8.count <= 500,
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !text.contains("@")
    else { return nil }
    address = text
  }

  /// Asks it, and throws the answer away.
  ///
  /// - Returns: whether it answered as one that is well.
  public func beat() async -> Bool {
    await withCheckedContinuation { continuation in
      Self.queue.async { continuation.resume(returning: ask()) }
    }
  }

  private func ask() -> Bool {
    guard SMTPTransfer.isPrepared, let handle = curl_easy_init() else { return false }
    defer { curl_easy_cleanup(handle) }
    let texts: [(CURLoption, String)] = [
      (CURLOPT_URL, address), (CURLOPT_PROTOCOLS_STR, "http,https"), (CURLOPT_PROXY, ""),
    ]
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
      (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)), (CURLOPT_TIMEOUT_MS, Self.time),
      (CURLOPT_CONNECTTIMEOUT_MS, Self.time), (CURLOPT_MAXFILESIZE, 65_536),
    ]
    let codes =
      texts.map { curl_set_text(handle, $0, $1) } + numbers.map { curl_set_number(handle, $0, $1) }
      + [curl_set_writer(handle, { _, size, count, _ in size * count })]
    guard codes.allSatisfy({ $0 == CURLE_OK }), curl_easy_perform(handle) == CURLE_OK else { return false }
    return (200..<400).contains(curl_answer_code(handle))
  }
}
