import Glibc
import Website

/// Tells systemd how the server is, as sd_notify(3) does: a datagram to a socket that it named. Without one there is nobody
/// to tell.
struct SystemNotice: Sendable {
  private let path: [UInt8]

  /// - Parameter socket: what NOTIFY_SOCKET says; a name that begins with @ is in no folder.
  init?(socket: String?) {
    guard let socket, socket.hasPrefix("/") || socket.hasPrefix("@") else { return nil }
    var path = Array(socket.utf8)
    if path[0] == UInt8(ascii: "@") { path[0] = 0 }
    guard path.count < MemoryLayout.size(ofValue: sockaddr_un().sun_path) else { return nil }
    self.path = path
  }

  func send(_ notice: ServerNotice) {
    let text =
      switch notice {
      case .ready: "READY=1"
      case .alive: "WATCHDOG=1"
      case .ending: "STOPPING=1"
      }
    let handle = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard handle >= 0 else { return }
    defer { close(handle) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(handle, text, text.utf8.count, Int32(MSG_NOSIGNAL), $0, length)
      }
    }
  }
}
