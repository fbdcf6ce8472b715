import CCurl

/// What libcurl's callbacks are given: the bytes that are still to be sent, and whether anybody still wants that. Only the
/// thread of the transfer uses it.
final class MailReading {
  private var rest: ArraySlice<UInt8>
  private let isEnding: @Sendable () -> Bool

  init(_ bytes: [UInt8], _ isEnding: @escaping @Sendable () -> Bool) { (rest, self.isEnding) = (bytes[...], isEnding) }

  /// Whether all bytes were asked for: the server can have the whole of it.
  var isAtEnd: Bool { rest.isEmpty }

  private static func of(_ context: UnsafeMutableRawPointer?) -> MailReading? {
    context.map { Unmanaged<MailReading>.fromOpaque($0).takeUnretainedValue() }
  }

  static let read: @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
    buffer, size, count, context in
    guard let reading = MailReading.of(context), let buffer else { return Int(CURL_READFUNC_ABORT) }
    let part = reading.rest.prefix(size * count)
    for (index, byte) in part.enumerated() { buffer[index] = CChar(bitPattern: byte) }
    reading.rest = reading.rest.dropFirst(part.count)
    return part.count
  }

  /// Called about once a second, also while nothing comes; anything but 0 ends the transfer.
  static let progress:
    @convention(c) (UnsafeMutableRawPointer?, curl_off_t, curl_off_t, curl_off_t, curl_off_t) -> CInt =
      { context, _, _, _, _ in
        MailReading.of(context)?.isEnding() == true ? 1 : 0
      }
}
