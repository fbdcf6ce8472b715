import Testing

@testable import Services

@Suite("Where requests come from, and on what")
struct OriginTests {
  @Test(
    "a host and its network",
    arguments: [
      ("192.0.2.77", "192.0.2.77/32", "192.0.2/24"), ("::ffff:192.0.2.77", "192.0.2.77/32", "192.0.2/24"),
      ("2001:db8:1:2:3:4:5:6", "32.1.13.184.0.1.0.2/64", "32.1.13.184.0.1/48"),
    ])
  func prefixes(address: String, host: String, network: String) {
    #expect(Origin(address: address).host == host)
    #expect(Origin(address: address).network == network)
  }

  @Test("neighbors of one network, and others")
  func neighbors() {
    #expect(Origin(address: "192.0.2.1").network == Origin(address: "192.0.2.254").network)
    #expect(Origin(address: "192.0.2.1").host != Origin(address: "192.0.2.254").host)
    #expect(Origin(address: "192.0.2.1").network != Origin(address: "192.0.3.1").network)
    #expect(Origin(address: "2001:db8:1:2::1").host == Origin(address: "2001:db8:1:2::9").host)
    #expect(Origin(address: "2001:db8:1:2::1").host != Origin(address: "2001:db8:1:3::1").host)
  }

  @Test("what is no address is one unknown place", arguments: ["", "localhost", "300.1.1.1", "192.0.2.1:80"])
  func unknown(address: String) {
    #expect(Origin(address: address) == .unknown)
    #expect(Origin.unknown.host == "unknown")
  }

  @Test(
    "what browsers say of themselves",
    arguments: [
      (
        "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36",
        "android/chrome"
      ),
      (
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1",
        "iphone/safari"
      ),
      ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) FxiOS/131.0 Mobile Safari/605.1", "iphone/firefox"),
      ("Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0", "windows/edge"),
      ("Mozilla/5.0 (X11; CrOS x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36", "chromebook/chrome"),
      ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:131.0) Gecko/20100101 Firefox/131.0", "mac/firefox"),
      ("<script>alert(1)</script>", "other/other"), ("", "other/other"),
    ])
  func devices(userAgent: String, label: String) {
    let device = DeviceLabel(userAgent: userAgent)
    #expect(device.text == label)
    #expect(DeviceLabel(text: device.text) == device)
  }
}
