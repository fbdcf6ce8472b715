/// Which rules the answers come from, for the foot of every page.
public struct Edition: Sendable, Hashable {
  /// The name of the edition: "2026.11".
  public let name: String
  /// The day the sources were last read.
  public let read: DayText

  public init(name: String, read: DayText) {
    self.name = name
    self.read = read
  }
}
