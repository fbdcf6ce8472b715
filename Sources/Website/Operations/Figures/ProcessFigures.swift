import FoundationEssentials
import Glibc

/// What this process takes of the machine.
struct ProcessFigures: Sendable {
  /// Resident memory, in bytes; nil where the system does not say.
  let memory: Double?
  /// Computing time since the start, in seconds.
  let computing: Double
  /// Open files, connections among them; nil where the system does not say.
  let openFiles: Double?
  /// The most open files that it is allowed.
  let mostFiles: Double?

  /// As they are now. Reads two files of the system.
  static func now() -> ProcessFigures {
    let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?
      .split(separator: " ").dropFirst().first.flatMap { Double($0) }
    var computing = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &computing)
    var files = rlimit()
    let knowsFiles = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files) == 0
    return ProcessFigures(
      memory: pages.map { $0 * Double(sysconf(Int32(_SC_PAGESIZE))) },
      computing: Double(computing.tv_sec) + Double(computing.tv_nsec) / 1e9,
      openFiles: (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")).map { Double($0.count) },
      mostFiles: knowsFiles ? Double(files.rlim_cur) : nil)
  }

  var families: [MetricFamily] {
    var result = [
      MetricFamily("process_cpu_seconds_total", .counter, "Computing time, user and system.", value: computing)
    ]
    func add(_ name: String, _ help: String, _ value: Double?) {
      if let value { result.append(MetricFamily(name, .gauge, help, value: value)) }
    }
    add("process_resident_memory_bytes", "Memory in use.", memory)
    add("process_open_fds", "Open files and connections.", openFiles)
    add("process_max_fds", "The most of them that there can be.", mostFiles)
    return result
  }
}
