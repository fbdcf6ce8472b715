import Glibc

/// How many files and connections this process may have open.
enum OpenFileLimit {
  /// Files that are no connections of visitors: databases, packs, the log.
  private static let others = 128

  /// Takes as many as the system allows, and says how many connections of visitors that leaves.
  static func raise() -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return .max }
    let wanted = min(limit.rlim_max, 1 << 20)
    if limit.rlim_cur < wanted {
      var raised = limit
      raised.rlim_cur = wanted
      if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
    }
    return max(16, Int(clamping: limit.rlim_cur) - others)
  }
}
