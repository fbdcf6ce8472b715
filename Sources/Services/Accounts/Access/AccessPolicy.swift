public import Vocabulary

/// Who can do what. Everything that anybody does with an account, a record or an organization is asked here, and nowhere else
/// is it decided. `docs/reference/access.md` is the table of its answers.
public enum AccessPolicy {
  /// Whether a requester can do something to a subject now.
  public static func decide(_ requester: Requester, _ action: Action, on subject: Subject, at now: Instant) -> Decision
  {
    switch subject {
    case .account(let account): AccountAccess(requester: requester, account: account).decide(action)
    case .record(let record): RecordAccess(requester: requester, record: record, now: now).decide(action)
    case .organization(let id, let kind):
      OrganizationAccess(requester: requester, organization: id, kind: kind).decide(action)
    case .installation: InstallationAccess(requester: requester).decide(action)
    }
  }

  /// As `decide`, for whoever goes on only if it is allowed.
  ///
  /// - Throws: `Refusal`.
  @discardableResult
  static func require(
    _ requester: Requester, _ action: Action, on subject: Subject, at now: Instant
  ) throws(Refusal) -> Decision.Basis {
    switch decide(requester, action, on: subject, at: now) {
    case .allowed(let basis): return basis
    case .refused(let refusal): throw refusal
    }
  }
}

extension Requester {
  /// What administrators do with both factors, and whoever is at the machine.
  ///
  /// - Parameter recent: whether they have to have shown just now who they are.
  func administering(recent: Bool) -> Decision {
    switch self {
    case .nobody: return .refused(.signInNeeded)
    case .machine: return .allowed(.machine)
    case .account(let signedIn):
      guard signedIn.isAdministrator else { return .refused(.notAdministrator) }
      return Decision.allowed(.administrator).provided(signedIn.factors >= 2, else: .secondFactorNeeded)
        .provided(!recent || signedIn.isRecent, else: .recentSignInNeeded)
    }
  }
}
