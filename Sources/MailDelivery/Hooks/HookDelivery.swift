import CCurl
import Dispatch
import Glibc
public import Services
public import Vocabulary

/// Why an organization was not told. It never says what, or where.
public enum HookError: JobFailure, Hashable {
  /// Its address stands for a machine that is not public.
  case notPublic
  /// It cannot be reached; what libcurl calls it.
  case notReached(String)
  /// It answered so.
  case refused(code: Int)
  /// This program does not know what the message says: a newer one wrote it.
  case unknownContent

  public var jobReason: String {
    switch self {
    case .notPublic: "the address is not one of the public internet"
    case .notReached(let why): "the address cannot be reached: \(why)"
    case .refused(let code): "the address answered \(code)"
    case .unknownContent: "a newer program wrote this message"
    }
  }

  /// "Gone" is an answer for good.
  public var isFinal: Bool {
    switch self {
    case .notPublic: true
    case .refused(let code): code == 410
    case .notReached, .unknownContent: false
    }
  }
}

/// Tells an organization by a signed message (Standard Webhooks).
public struct HookDelivery: Sendable {
  private static let queue = DispatchQueue(label: "fobwatch.webhook", attributes: .concurrent)
  /// How long it may take to connect and to answer, in milliseconds.
  private static let times = (connect: 5_000, answer: 15_000)

  private let policy: HookPolicy

  public init(_ policy: HookPolicy) { self.policy = policy }

  /// Tells it once.
  ///
  /// - Throws: `HookError`, unless the receiver answered 200 to 299. Nothing of its answer is kept.
  public func tell(_ message: OutgoingHook, to hook: ReminderHook, at now: Instant) async throws {
    let error = await withCheckedContinuation { continuation in
      Self.queue.async { continuation.resume(returning: ask(message, hook, now)) }
    }
    if let error { throw error }
  }

  private func ask(_ message: OutgoingHook, _ hook: ReminderHook, _ now: Instant) -> HookError? {
    // What was allowed when it was set can be forbidden by now.
    guard HookAddress(hook.address.text, policy) != nil else { return .notPublic }
    guard SMTPTransfer.isPrepared, let handle = curl_easy_init() else { return .notReached("no memory") }
    defer { curl_easy_cleanup(handle) }
    let seconds = now.microseconds / 1_000_000
    let signature = hook.secret.signature(id: message.id, timestamp: seconds, message.body)
    var headers: UnsafeMutablePointer<curl_slist>?
    for line in [
      "Content-Type: application/json", "webhook-id: \(message.id)", "webhook-timestamp: \(seconds)",
      "webhook-signature: \(signature)", "Expect:",
    ] {
      guard let more = curl_slist_append(headers, line) else {
        curl_slist_free_all(headers)
        return .notReached("no memory")
      }
      headers = more
    }
    defer { curl_slist_free_all(headers) }
    let opening = HookSocket(policy)
    return withExtendedLifetime(opening) {
      let codes =
        settings(handle, hook.address) + [
          curl_set_list(handle, CURLOPT_HTTPHEADER, headers),
          curl_set_body(handle, message.body, message.body.count),
          curl_set_opener(
            handle, HookSocket.opener, { _, socket in close(socket) }, Unmanaged.passUnretained(opening).toOpaque()),
          curl_set_writer(handle, { _, size, count, _ in size * count }),
        ]
      guard codes.allSatisfy({ $0 == CURLE_OK }) else { return .notReached("no memory") }
      let code = curl_easy_perform(handle)
      guard code == CURLE_OK else {
        return opening.hasRefused ? .notPublic : .notReached(String(cString: curl_easy_strerror(code)))
      }
      let answer = curl_answer_code(handle)
      return (200..<300).contains(answer) ? nil : .refused(code: answer)
    }
  }

  private func settings(_ handle: UnsafeMutableRawPointer, _ address: HookAddress) -> [CURLcode] {
    let texts: [(CURLoption, String)] = [
      (CURLOPT_URL, address.text), (CURLOPT_PROTOCOLS_STR, policy.allowsPrivate ? "http,https" : "https"),
      // A proxy would be asked in place of the address.
      (CURLOPT_PROXY, ""),
    ]
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
      (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)), (CURLOPT_TIMEOUT_MS, Self.times.answer),
      (CURLOPT_CONNECTTIMEOUT_MS, Self.times.connect), (CURLOPT_MAXFILESIZE, 65_536),
    ]
    return texts.map { curl_set_text(handle, $0, $1) } + numbers.map { curl_set_number(handle, $0, $1) }
  }
}

/// Opens the socket of one message, unless the address that its name stands for is not public: it is looked at right where it
/// is connected to, so that a name cannot stand for another one meanwhile.
private final class HookSocket {
  private let policy: HookPolicy
  private(set) var hasRefused = false

  init(_ policy: HookPolicy) { self.policy = policy }

  static let opener:
    @convention(c) (UnsafeMutableRawPointer?, curlsocktype, UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t =
      { context, _, address in
        guard let context, let address else { return CURL_SOCKET_BAD }
        return Unmanaged<HookSocket>.fromOpaque(context).takeUnretainedValue().begin(address)
      }

  private func begin(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    guard policy.allowsPrivate || PublicAddress.isPublic(Self.bytes(address)) else {
      hasRefused = true
      return CURL_SOCKET_BAD
    }
    let found = address.pointee
    return socket(found.family, found.socktype | Int32(SOCK_CLOEXEC.rawValue), found.protocol)
  }

  /// The 4 or 16 bytes of an address; none for other families.
  private static func bytes(_ address: UnsafeMutablePointer<curl_sockaddr>) -> [UInt8] {
    // What stands there is longer than its type says: a sockaddr_in or a sockaddr_in6.
    guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return [] }
    let start = UnsafeRawPointer(address) + offset
    switch address.pointee.family {
    case AF_INET: return [UInt8](UnsafeRawBufferPointer(start: start + 4, count: 4))
    case AF_INET6: return [UInt8](UnsafeRawBufferPointer(start: start + 8, count: 16))
    default: return []
    }
  }
}
