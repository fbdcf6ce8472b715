/// Why a certificate proves nothing.
public enum ProofFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// It is no certificate that this program knows; what was expected.
  case format(String)
  /// What it says was changed after it was written.
  case changed
  /// The set leaves a row short: its number and how much is missing, in hundredths.
  case short(row: Int, by: Int)
  /// The set does not cost what is claimed.
  case total(claimed: Int, found: Int)
  /// A leaf of the tree, by its place in the list, does not reach the claimed bound.
  case leaf(Int)
  /// A leaf, by its place, claims that no set is left where one may be.
  case open(Int)
  /// The tree ends too early, or goes on after its end.
  case tree(Int)
  /// A number is too large for exact arithmetic.
  case tooLarge

  public var description: String {
    switch self {
    case .format(let expected): "expected \(expected)"
    case .changed: "its content was changed after it was written: the digest differs"
    case .short(let row, let amount): "the set leaves row \(row) short by \(amount) hundredths"
    case .total(let claimed, let found): "the set costs \(found), not \(claimed)"
    case .leaf(let place): "entry \(place) of the tree does not reach the claimed bound"
    case .open(let place): "entry \(place) of the tree leaves sets open"
    case .tree(let place): "the tree is not complete at entry \(place)"
    case .tooLarge: "a number is too large for exact arithmetic"
    }
  }
}
