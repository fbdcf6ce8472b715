import CLibPQ
import Dispatch

/// Hears what other processes say through PostgreSQL's `NOTIFY`, on a connection of its own.
///
/// What is said while the connection is broken is lost. So after each new connection it rings once: whoever listens
/// looks at the database then.
public actor PostgresListener {
  private nonisolated let executor = QueueExecutor(label: "fobwatch.postgres.listener")
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
  private let settings: PostgresSettings
  private let channel: String
  private var session: PostgresSession?
  private var source: (any DispatchSourceRead)?
  /// Empty when no source watches a socket any more.
  private let watching = DispatchGroup()
  private var heard: AsyncStream<Bool>.Continuation?

  /// - Parameter channel: what to listen to; a name of letters, digits and underscores.
  public init(_ settings: PostgresSettings, channel: String) {
    self.settings = settings
    self.channel = channel
  }

  /// Listens to the channel on which it is told that there may be jobs.
  public static func jobs(_ settings: PostgresSettings) -> PostgresListener {
    PostgresListener(settings, channel: JobTable.channel)
  }

  /// Rings for what is heard, several rings as one while nobody looks. It listens until its reader ends.
  ///
  /// - Parameter pause: how long it waits before it connects again.
  public nonisolated func bell(pause: Duration = .seconds(1)) -> AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { bell in
      let listening = Task {
        while !Task.isCancelled {
          for await _ in await self.connect() { bell.yield() }
          await self.disconnect()
          try? await Task.sleep(for: pause)
        }
        bell.finish()
      }
      bell.onTermination = { _ in listening.cancel() }
    }
  }

  /// What is heard on one connection; it ends when that breaks.
  private func connect() -> AsyncStream<Bool> {
    let (stream, continuation) = AsyncStream.makeStream(of: Bool.self, bufferingPolicy: .bufferingNewest(1))
    do {
      let session = try PostgresSession(settings)
      try session.command("LISTEN \(channel)") { [settings] in
        PostgresContext(
          address: settings.address.description, longestStatement: settings.longestStatement, isReading: false,
          isCancelled: false)
      }
      let source = DispatchSource.makeReadSource(fileDescriptor: session.socket, queue: executor.queue)
      watching.enter()
      source.setCancelHandler { [watching] in watching.leave() }
      source.setEventHandler { [weak self] in self?.assumeIsolated { $0.hear() } }
      self.session = session
      self.source = source
      heard = continuation
      continuation.yield(true)
      source.activate()
    } catch {
      continuation.finish()
    }
    return stream
  }

  private func hear() {
    guard let session, let heard else { return }
    guard let hasHeard = session.notifications() else {
      // Nothing more comes from a broken socket, which would be readable for ever.
      source?.cancel()
      heard.finish()
      return
    }
    if hasHeard { heard.yield(true) }
  }

  /// Ends the connection once the source no longer watches its socket.
  private func disconnect() async {
    heard = nil
    source?.cancel()
    source = nil
    await withCheckedContinuation { ended in watching.notify(queue: executor.queue) { ended.resume() } }
    session = nil
  }
}
