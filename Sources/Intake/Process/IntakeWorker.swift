import CConfinement
import Glibc
import Services

/// The process that reads one file: from its standard input to its standard output. It gives up files, sockets and other
/// programs before it reads the first byte.
public enum IntakeWorker {
  /// What it could give up.
  public enum Confinement: String, Sendable {
    /// The system refuses every call but those that computing needs.
    case filtered
    /// The system has no such filter: nothing can be opened any more, no file and no socket.
    case closed
  }

  /// Gives up what reading a file does not need.
  @discardableResult
  public static func confine() -> Confinement {
    HEICReader.prepare()
    confine_end()
    // Nothing more can be opened: standard input, output and error are all there is.
    _ = confine_own_limit(confine_files(), 3)
    return confine_calls() == 1 ? .filtered : .closed
  }

  /// Gives it up, tries to do it all the same, and says what came of that.
  ///
  /// - Returns: whether everything was refused, and a line for each.
  public static func check() -> (holds: Bool, lines: [String]) {
    let way = confine()
    let file = open("/dev/null", O_RDONLY)
    let own = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    let network = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    // What is not open has a number below nothing, which closing leaves alone.
    defer {
      close(file)
      close(own)
      close(network)
    }
    var child = pid_t()
    var words: [UnsafeMutablePointer<CChar>?] = [nil]
    let started = posix_spawn(&child, "/bin/true", nil, nil, &words, &words)
    let tries = [
      ("a file", file >= 0), ("a socket", own >= 0), ("the network", network >= 0), ("another program", started == 0),
    ]
    let holds = tries.allSatisfy { what, isDone in !isDone || (way == .closed && what == "another program") }
    return (holds, ["calls: \(way.rawValue)"] + tries.map { "\($0): \($1 ? "open" : "refused")" })
  }

  /// Reads a file, and writes what is kept of it or why nothing is.
  ///
  /// - Parameters:
  ///   - largest: of the file, in bytes.
  ///   - isAgain: whether it is to be a file that was made here before.
  /// - Returns: the exit status.
  public static func run(largest: Int, isAgain: Bool = false) -> Int32 {
    confine()
    var file: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &piece, piece.count)
      if count == 0 { break }
      if count < 0 { return 1 }
      guard file.count + count <= largest else { return write(.refused(.tooLarge)) }
      file += piece[..<count]
    }
    do {
      return write(.taken(isAgain ? try Reading.again(file) : try Reading.take(file)))
    } catch {
      return write(.refused(error))
    }
  }

  private static func write(_ answer: IntakeAnswer) -> Int32 {
    let bytes = IntakeFrame.bytes(answer)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(STDOUT_FILENO, $0.baseAddress.map { $0 + done }, $0.count - done)
      }
      if count <= 0 { return 1 }
      done += count
    }
    return 0
  }
}
