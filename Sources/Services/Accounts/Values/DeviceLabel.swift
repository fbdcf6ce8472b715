/// A device as its owner would know it again, and not much more: what it runs, and which browser.
public struct DeviceLabel: Hashable, Sendable {
  public enum System: String, CaseIterable, Sendable {
    case android, iphone, ipad, windows, mac, linux, chromebook, other
  }
  public enum Browser: String, CaseIterable, Sendable { case chrome, edge, firefox, safari, other }

  public let system: System
  public let browser: Browser

  public init(system: System, browser: Browser) { (self.system, self.browser) = (system, browser) }

  /// What a browser says of itself (its `User-Agent`). Versions and models are not kept.
  public init(userAgent: String) {
    let text = userAgent.prefix(1000)
    func first<T>(_ signs: [(String, T)]) -> T? { signs.first { text.contains($0.0) }?.1 }
    system =
      first([
        ("Android", .android), ("iPhone", .iphone), ("iPad", .ipad), ("Windows", .windows), ("CrOS", .chromebook),
        ("Mac OS", .mac), ("Linux", .linux),
      ]) ?? .other
    // Most browsers name those they descend from as well.
    browser =
      first([
        ("Edg", .edge), ("OPR/", .other), ("SamsungBrowser", .other), ("Firefox/", .firefox), ("FxiOS/", .firefox),
        ("CriOS/", .chrome), ("Chrome/", .chrome), ("Safari/", .safari),
      ]) ?? .other
  }

  /// As it is kept: `android/firefox`.
  public var text: String { "\(system.rawValue)/\(browser.rawValue)" }

  /// Reads what `text` wrote; `other` for what it does not know.
  public init(text: String) {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    system = parts.first.flatMap(System.init) ?? .other
    browser = parts.last.flatMap(Browser.init) ?? .other
  }
}
