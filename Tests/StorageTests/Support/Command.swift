import Dispatch
import Foundation

/// Runs programs, found by their names, with nothing to read and their words thrown away.
///
/// Not Foundation's `Process`: that waits for whatever the program leaves running, such as the server that `pg_ctl`
/// starts.
enum Command {
  struct Failed: Error {
    let command: [String]
    let status: Int32
  }

  /// - Throws: `Failed` when it does not end with 0.
  static func run(_ command: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    let failure = posix_spawnp(&child, command[0], &actions, nil, &words, environ)
    guard failure == 0 else { throw Failed(command: command, status: failure) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    guard status == 0 else { throw Failed(command: command, status: status) }
  }

  /// The same, while other tests go on.
  static func run(_ command: [String], in folder: String) async throws {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try run(["env", "-C", folder] + command) })
      }
    }
  }
}
