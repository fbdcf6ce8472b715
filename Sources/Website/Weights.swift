/// What matters to the reader of a comparison. All equal, which is the start, means alphabetical order.
public struct Weights: Sendable, Hashable {
  /// How much one aim counts.
  public enum Weight: Int, Sendable, Hashable, CaseIterable {
    case ignore, counts, double
  }

  /// The cost to get the credential.
  public var get: Weight
  /// The cost to keep it.
  public var keep: Weight
  /// The soonest day.
  public var date: Weight

  public init(get: Weight = .counts, keep: Weight = .counts, date: Weight = .counts) {
    self.get = get
    self.keep = keep
    self.date = date
  }

  init(query: [String: String]) {
    func weight(_ name: String) -> Weight { query[name].flatMap { Int($0) }.flatMap(Weight.init) ?? .counts }
    self.init(get: weight("get"), keep: weight("keep"), date: weight("date"))
  }

  var query: String {
    self == Weights() ? "" : "?get=\(get.rawValue)&keep=\(keep.rawValue)&date=\(date.rawValue)"
  }
}
