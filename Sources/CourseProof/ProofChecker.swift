import CanonicalJSON

/// What a certificate proves.
public struct ProvenCourses: Sendable, Hashable {
  /// `cost`, in cents, or `hours`, in hundredths.
  public let least: String
  /// The courses of the set; nil: no set is given.
  public let courses: [String]?
  public let total: Int?
  /// No set costs less; nil: there is no set at all.
  public let bound: Int?
  /// Entries of the tree that were checked.
  public let entries: Int

  /// Whether the set is as good as any.
  public var isBest: Bool { total != nil && total == bound }
}

/// Checks certificates in exact whole numbers. It knows nothing of how they are found.
///
/// Every set of courses is in one leaf of the tree. In a leaf, multipliers from 0 make one row of all rows: whatever
/// fulfils them fulfils it, and what that one costs at least is a sum.
public enum ProofChecker {
  /// The most bytes of a certificate.
  public static let limit = 64 << 20

  public static func check(_ bytes: [UInt8]) throws(ProofFault) -> ProvenCourses {
    let json: JSON
    do {
      json = try JSONReader(maximumBytes: limit, maximumDepth: 8).read(bytes)
    } catch {
      throw .format("JSON of at most \(limit >> 20) MB; \(error)")
    }
    let certificate = try Certificate(json)
    try checkSet(certificate)
    var walk = TreeWalk(certificate)
    try walk.check()
    return ProvenCourses(
      least: certificate.least, courses: certificate.chosen.map { $0.map { certificate.courses[$0] } },
      total: certificate.total, bound: certificate.bound, entries: certificate.tree.count)
  }

  /// That the set meets every row, and costs what is claimed.
  private static func checkSet(_ certificate: Certificate) throws(ProofFault) {
    guard let chosen = certificate.chosen, let total = certificate.total, let bound = certificate.bound else { return }
    var sums = certificate.needs.map { _ in Whole(0) }
    var cost = Whole(0)
    for column in chosen {
      try cost.add(certificate.columns[column].cost)
      for term in certificate.columns[column].gives { try sums[term.row].add(term.amount) }
    }
    for (row, sum) in sums.enumerated() where sum.value < certificate.needs[row] {
      throw .short(row: row, by: certificate.needs[row] - sum.value)
    }
    if cost.value != total { throw .total(claimed: total, found: cost.value) }
    if bound > total { throw .total(claimed: bound, found: total) }
  }
}
