import Synchronization

/// The list of programs of this installation, read when somebody first asks for it.
public final class ProgramShelf: Sendable {
  private let read: @Sendable () -> ProgramDirectory?
  private let kept = Mutex<ProgramDirectory??>(nil)

  /// - Parameter read: gives the list; nil when there is none.
  public init(_ read: @escaping @Sendable () -> ProgramDirectory?) { self.read = read }

  /// No list.
  public convenience init() { self.init { nil } }

  /// The list; nil when there is none.
  public var directory: ProgramDirectory? {
    kept.withLock { kept in
      if let kept { return kept }
      let directory = read()
      kept = .some(directory)
      return directory
    }
  }
}
