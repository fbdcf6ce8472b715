public import Vocabulary

/// Which days a page about somebody's own record is asked for: nil is today.
public struct WalletDay: Sendable, Hashable {
  /// The day that is asked about.
  public let on: CivilDate?
  /// The day whose knowledge counts.
  public let known: CivilDate?

  /// Today, by what is known today.
  public init(on: CivilDate? = nil, known: CivilDate? = nil) { (self.on, self.known) = (on, known) }

  /// Reads a query; what is no day is as if it were not there.
  init(query: [String: String]) {
    self.init(on: query["on"].flatMap(askedDay), known: query["known"].flatMap(askedDay))
  }

  /// As a query, with its question mark; empty for today.
  var query: String {
    let parts = [on.map { "on=\($0)" }, known.map { "known=\($0)" }].compactMap(\.self)
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }
}
