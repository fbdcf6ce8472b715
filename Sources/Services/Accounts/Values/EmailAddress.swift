/// A mail address that mail can be sent to: checked for its form, never for its being there.
///
/// Of what RFC 5321 takes, quoted names, addresses of machines in brackets and letters beyond ASCII are left out: hardly
/// anybody has one, and each has been a way to smuggle something into a mail.
public struct EmailAddress: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// As mail is sent to it: the name as it was typed, the domain in lower case.
  public let text: String

  /// As it is looked up: all in lower case, since no provider tells people apart by capitals.
  public var normalized: String { text.lowercased() }

  /// Nil when it is no address; blanks around it do not count.
  public init?(_ typed: String) {
    guard typed.utf8.count <= 1000 else { return nil }
    let typed = typed.trimmingBlanks()
    guard typed.utf8.count <= 254, let at = typed.lastIndex(of: "@") else { return nil }
    let (name, domain) = (typed[..<at], typed[typed.index(after: at)...].lowercased())
    guard Self.isName(name), Self.isDomain(domain) else { return nil }
    text = "\(name)@\(domain)"
  }

  /// The parts between `@`, dots and signs, in lower case: what a password made of the address is made of.
  var words: [String] {
    normalized.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Never the address: this text can reach a log.
  public var description: String { "a mail address" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }

  /// Letters, digits and the signs of an atom, in parts with dots between.
  private static func isName(_ name: Substring) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return name.utf8.count <= 64 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(atoms.contains) }
  }

  /// At least two labels of letters, digits and inner hyphens; the last one is no number.
  private static func isDomain(_ domain: String) -> Bool {
    let labels = domain.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard domain.utf8.count <= 253, labels.count >= 2, let last = labels.last else { return false }
    return labels.allSatisfy { label in
      (1...63).contains(label.count) && label.allSatisfy(labelBytes.contains) && label.first != hyphen
        && label.last != hyphen
    } && last.contains { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static let hyphen = UInt8(ascii: "-")
  private static let labelBytes = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)
  private static let atoms = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~".utf8)
}

extension String {
  /// Without the blanks at its ends.
  fileprivate func trimmingBlanks() -> Substring {
    let start = drop { $0.isWhitespace }
    return start[..<(start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex)]
  }
}
