import Dispatch
import Foundation
import Glibc
import Synchronization
public import Vocabulary

/// Writes lines to a file on a thread of its own, so that a reader who falls behind never holds up an answer. What does
/// not fit into its memory is left out and counted.
public final class LogWriter: Sendable {
  private struct Waiting {
    var bytes: [UInt8] = []
    var dropped = 0
    var droppedInAll = 0
    var sleeps = false
    var isClosed = false
  }

  /// The most that waits, in bytes.
  private let most: Int
  private let file: Int32
  private let now: @Sendable () -> Instant
  private let waiting = Mutex(Waiting())
  private let bell = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// - Parameters:
  ///   - file: the descriptor written to; standard error unless told otherwise. It stays open.
  ///   - most: how many bytes may wait for it.
  ///   - now: what time it is, for the line about lines that were left out.
  public init(
    file: Int32 = 2, most: Int = 1 << 20,
    now: @escaping @Sendable () -> Instant = LogWriter.systemTime
  ) {
    self.file = file
    self.most = most
    self.now = now
    Thread.detachNewThread { [self] in run() }
  }

  /// What the machine's clock says.
  public static let systemTime: @Sendable () -> Instant = {
    Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
  }

  /// Takes a line with its end; returns at once.
  public func write(_ line: String) {
    let wakes = waiting.withLock { waiting in
      guard !waiting.isClosed else { return false }
      guard waiting.bytes.count + line.utf8.count <= most else {
        waiting.dropped += 1
        waiting.droppedInAll += 1
        return false
      }
      waiting.bytes.append(contentsOf: line.utf8)
      defer { waiting.sleeps = false }
      return waiting.sleeps
    }
    if wakes { bell.signal() }
  }

  /// How many lines were left out since the start.
  public var dropped: Int { waiting.withLock(\.droppedInAll) }

  /// Writes what waits, and takes no more. Waits a second for it at most.
  public func close() {
    let wasClosed = waiting.withLock { waiting in
      defer { waiting.isClosed = true }
      return waiting.isClosed
    }
    guard !wasClosed else { return }
    bell.signal()
    _ = ended.wait(timeout: .now() + 1)
  }

  private func run() {
    while true {
      let (bytes, dropped, isClosed) = waiting.withLock { waiting in
        defer {
          waiting.sleeps = waiting.bytes.isEmpty && !waiting.isClosed
          waiting.bytes.removeAll(keepingCapacity: false)
          waiting.dropped = 0
        }
        return (waiting.bytes, waiting.dropped, waiting.isClosed)
      }
      if dropped > 0 {
        let line = LogLine(.warning, "log-lines-dropped", [.number("count", dropped)])
        put(Array(LogForm.json.written(line, at: now()).utf8))
      }
      if !bytes.isEmpty {
        put(bytes)
        // Many lines a moment later are one write, not many.
        usleep(2_000)
      } else if isClosed {
        ended.signal()
        return
      } else {
        bell.wait()
      }
    }
  }

  private func put(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if count < 0, errno == EAGAIN || errno == EINTR {
          usleep(10_000)
        } else {
          return
        }
      }
    }
  }
}
