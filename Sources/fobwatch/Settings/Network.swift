/// What carries the traffic between this server and other machines of who runs it: a proxy, a database.
enum Network: String {
  /// Something that encrypts and knows both ends: WireGuard, a tunnel with keys.
  case encrypted
  /// Nothing: whoever is on the network can read along.
  case open

  /// What to do where neither was said.
  static let wayOut = """
    Where WireGuard or a tunnel carries the traffic between the two machines, set 'network = encrypted'. To try something \
    at home, where everybody on the network can read along, passwords too, set 'network = open'. \
    docs/how-to/behind-a-proxy.md says more.
    """
}

extension Settings {
  /// What was said of the network; nil: nothing.
  func network() throws -> Network? {
    try value(.network, expected: "encrypted or open") { Network(rawValue: $0) }
  }

  /// The address to listen on. One beyond this machine wants a word on who can read along.
  func host() throws -> String {
    let host = text(.host, else: "127.0.0.1")
    guard host != "localhost", !host.hasPrefix("127.") else { return host }
    guard try network() != nil else {
      throw BadInput(
        "\(written(.host)?.place ?? "host"): \(host) is beyond this machine, and the server speaks http: whoever is on the "
          + "way could read passwords. Expected 127.0.0.1, with a proxy on this machine. \(Network.wayOut)")
    }
    return host
  }
}
