import Synchronization

/// The memory that the large bodies of all requests share. A form is small and needs none of it.
final class BodyBudget: Sendable {
  private let most: Int
  private let taken = Mutex(0)

  /// - Parameter most: in bytes.
  init(_ most: Int) { self.most = most }

  /// Takes so many bytes, or none when that would be too many.
  func take(_ bytes: Int) -> Bool {
    taken.withLock { taken in
      guard taken + bytes <= most else { return false }
      taken += bytes
      return true
    }
  }

  func giveBack(_ bytes: Int) { taken.withLock { $0 -= bytes } }
}
