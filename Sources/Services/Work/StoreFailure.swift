/// Why a store did not do what was asked, as far as it matters to whoever asked. Each kind of store has errors of its own.
public protocol StoreFailure: Error {
  /// Whether what was asked did not happen, for a reason that passes: the same can be asked again soon.
  var passes: Bool { get }
}
