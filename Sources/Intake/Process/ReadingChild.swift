import CConfinement
import Glibc
import Services

/// One process that reads one file, from its start to its end.
struct ReadingChild {
  let program: String
  let arguments: [String]
  let limits: IntakeLimits

  /// Starts it, gives it the file, and takes its answer. Blocks until it has ended.
  ///
  /// - Throws: `PaperIntakeError.notStarted`.
  func read(_ file: [UInt8]) throws -> IntakeAnswer {
    let input = try Pipe()
    defer { input.end() }
    let output = try Pipe()
    defer { output.end() }
    input.hurry(.writer)
    output.hurry(.reader)
    let child = try start(reading: input, writing: output)
    input.close(.reader)
    output.close(.writer)
    // It has no byte of the file yet.
    let isBound = bind(child)
    let ended = isBound ? exchange(file, input, output) : nil
    // Dead or not: nothing of it stays.
    kill(child, SIGKILL)
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    guard isBound else { throw PaperIntakeError.notStarted(EPERM) }
    guard let ended else { return .refused(.tooSlow) }
    if let answer = IntakeFrame.answer(ended) { return answer }
    return .refused(confine_signal(status) == SIGXCPU ? .tooSlow : .unreadable)
  }

  private func start(reading input: Pipe, writing output: Pipe) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input.reader, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output.writer, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // No connection, no database, no key is open in it.
    _ = confine_close_from(&actions, 3)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // No signal is held back or ignored in it because one is here.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = (["fobwatch"] + arguments).map { strdup($0) } + [nil]
    // Nothing of our own environment: it can hold secrets.
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("LANG=C"), strdup("MALLOC_ARENA_MAX=2"), nil]
    defer { (words + environment).forEach { free($0) } }
    var child = pid_t()
    let failure = posix_spawn(&child, program, &actions, &attributes, &words, &environment)
    guard failure == 0 else { throw PaperIntakeError.notStarted(failure) }
    return child
  }

  private func bind(_ child: pid_t) -> Bool {
    [
      (confine_memory(), limits.memory), (confine_seconds(), limits.processor), (confine_file_size(), 0),
      (confine_core(), 0),
    ].allSatisfy { confine_limit(child, $0.0, $0.1) == 1 }
  }

  /// Writes the file and reads the answer, whichever can be done.
  ///
  /// - Returns: the answer, whole or not, or nothing of one that is too long; nil when the time is up.
  private func exchange(_ file: [UInt8], _ input: Pipe, _ output: Pipe) -> [UInt8]? {
    let end = ContinuousClock.now + limits.time
    var (sent, answer) = (0, [UInt8]())
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let left = ContinuousClock.now.duration(to: end)
      guard left > .zero else { return nil }
      var polled = [
        pollfd(fd: output.reader, events: Int16(POLLIN), revents: 0),
        pollfd(fd: input.writer, events: Int16(POLLOUT), revents: 0),
      ]
      // One that was closed is negative, and passed over.
      let ready = poll(&polled, 2, Int32(min(1_000, left.components.seconds * 1_000 + 1)))
      if ready <= 0 { continue }
      if polled[1].revents != 0 {
        let count = file.withUnsafeBytes {
          send(input.writer, $0.baseAddress.map { $0 + sent }, $0.count - sent, Int32(MSG_NOSIGNAL))
        }
        if count > 0 { sent += count }
        if sent == file.count || (count < 0 && errno != EAGAIN && errno != EINTR) { input.close(.writer) }
      }
      if polled[0].revents != 0 {
        let count = Glibc.read(output.reader, &piece, piece.count)
        if count == 0 { return answer }
        if count < 0 {
          if errno == EAGAIN || errno == EINTR { continue }
          return answer
        }
        answer += piece[..<count]
        guard answer.count <= limits.answer else { return [] }
      }
    }
  }
}

/// Two ends of a way for bytes, closed once each. Sockets, as writing to one whose other end is gone then raises no signal.
private final class Pipe {
  enum End { case reader, writer }

  private(set) var reader: Int32
  private(set) var writer: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw PaperIntakeError.notStarted(errno) }
    (reader, writer) = (ends[0], ends[1])
  }

  /// What is done at this end never waits but in poll.
  func hurry(_ end: End) {
    let file = end == .reader ? reader : writer
    _ = fcntl(file, F_SETFL, fcntl(file, F_GETFL) | O_NONBLOCK)
  }

  func close(_ end: End) {
    switch end {
    case .reader:
      if reader >= 0 { Glibc.close(reader) }
      reader = -1
    case .writer:
      if writer >= 0 { Glibc.close(writer) }
      writer = -1
    }
  }

  func end() {
    close(.reader)
    close(.writer)
  }
}
