import Glibc
import Vocabulary

/// A port of this computer.
struct LocalPort {
  let number: UInt16

  init(_ number: UInt16) {
    self.number = number
  }

  /// The first free port from `first` on, at most `tries` of them; 0 takes any. Nil when all are busy.
  static func free(host: String, from first: UInt16, tries: Int = 20) -> UInt16? {
    let last = first == 0 ? 0 : UInt16(min(Int(first) + tries - 1, Int(UInt16.max)))
    return (first...last).lazy.compactMap { bound(host: host, port: $0) }.first
  }

  /// The port that was bound, and let go again.
  private static func bound(host: String, port: UInt16) -> UInt16? {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard handle >= 0 else { return nil }
    defer { close(handle) }
    var yes: Int32 = 1
    setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var place = address(host == "localhost" ? "127.0.0.1" : host, port)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic -> Int32 in
        guard bind(handle, generic, size) == 0 else { return -1 }
        var length = size
        return getsockname(handle, generic, &length)
      }
    }
    return result == 0 ? UInt16(bigEndian: place.sin_port) : nil
  }

  /// What `/health/live` answers there, within twenty seconds.
  func health() -> String? {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard handle >= 0 else { return nil }
    defer { close(handle) }
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(handle, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var place = Self.address("127.0.0.1", number)
    let connected = withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { return nil }
    let path = Address(.live, .english).text
    let request = Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(number)\r\nConnection: close\r\n\r\n".utf8)
    guard send(handle, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else { return nil }
    var answer: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while answer.count < 16_384 {
      let count = recv(handle, &chunk, chunk.count, 0)
      guard count > 0 else { break }
      answer += chunk.prefix(count)
    }
    return String(decoding: answer, as: UTF8.self)
  }

  private static func address(_ host: String, _ port: UInt16) -> sockaddr_in {
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    inet_pton(AF_INET, host, &place.sin_addr)
    return place
  }
}

/// The address of this computer on the local network, for a phone; nil without a network.
func localNetworkAddress() -> String? {
  var first: UnsafeMutablePointer<ifaddrs>?
  guard getifaddrs(&first) == 0 else { return nil }
  defer { freeifaddrs(first) }
  for entry in sequence(first: first, next: { $0?.pointee.ifa_next }) {
    guard let entry = entry?.pointee, let address = entry.ifa_addr, address.pointee.sa_family == sa_family_t(AF_INET),
      entry.ifa_flags & UInt32(IFF_LOOPBACK) == 0, entry.ifa_flags & UInt32(IFF_UP) != 0
    else { continue }
    var text = [CChar](repeating: 0, count: Int(INET_ADDRSTRLEN))
    address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { place in
      _ = inet_ntop(AF_INET, &place.pointee.sin_addr, &text, socklen_t(INET_ADDRSTRLEN))
    }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
  return nil
}
