public import Vocabulary

/// Reads records as far as a grant goes, and no further.
public struct GrantedRecords: Sendable {
  private let evidence: any EvidenceStore
  private let health: any HealthStore

  public init(evidence: any EvidenceStore, health: any HealthStore) {
    (self.evidence, self.health) = (evidence, health)
  }

  /// What is known of a person, of the kinds that the grant names, in the order in which it was recorded. What is kept apart is
  /// not even asked for when the grant does not name it.
  ///
  /// - Parameters:
  ///   - known: only what was known at that time; nil: what stands now.
  ///   - day: only what may hold on that day; nil: on any.
  public func versions(
    _ grant: ReadGrant, known: Instant? = nil, on day: CivilDate? = nil
  ) async throws -> [RecordVersion] {
    var found: [RecordVersion] = []
    if grant.kinds.contains(where: { !$0.isHealth }) {
      found += try await evidence.versions(of: grant.person, known: known, on: day)
    }
    if grant.kinds.contains(where: \.isHealth) {
      found += try await health.versions(of: grant.person, known: known, on: day)
    }
    return found.filter { grant.kinds.contains($0.content.kind) }.sorted { $0.sequence < $1.sequence }
  }
}
