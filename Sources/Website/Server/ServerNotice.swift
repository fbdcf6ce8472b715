/// What whoever started the server wants to hear of it.
public enum ServerNotice: Sendable, Hashable {
  /// It answers requests now.
  case ready
  /// The threads that answer did so lately; said about once a second, and not while they do not.
  case alive
  /// It takes no more requests and finishes those that run.
  case ending
}
