/// Places within JSON (RFC 6901): `/attempts/0/result`.
public enum JSONPointer {
  /// A name as a part of a pointer.
  public static func token(_ key: String) -> String {
    key.replacing("~", with: "~0").replacing("/", with: "~1")
  }

  /// The name that a part of a pointer stands for.
  public static func key(_ token: some StringProtocol) -> String {
    String(token).replacing("~1", with: "/").replacing("~0", with: "~")
  }
}
