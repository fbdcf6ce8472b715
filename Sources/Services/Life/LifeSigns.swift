import Vocabulary

/// What the rules of a credential say on one day, as far as a phase needs it; nil: the packs have no such rule.
struct LifeSigns: Sendable, Equatable {
  var isHeld = false
  var current: Verdict?
  var renewal: Verdict?
  var late: Verdict?
  /// Expired, and the time for a late renewal still runs: the parts `expired` and `window` of `late-renewal`.
  var lateWindow: Verdict?
  var wayBack: Verdict?
  var attempts: Verdict?
  /// The part `route` of `eligibility`: every condition but the attempts.
  var route: Verdict?
  var eligibility: Verdict?
  /// No further attempt is known on this day or any later one.
  var isShut = false

  func with<Value>(_ sign: WritableKeyPath<LifeSigns, Value>, _ value: Value) -> LifeSigns {
    var signs = self
    signs[keyPath: sign] = value
    return signs
  }

  var phase: CredentialLife.Phase { isHeld ? phaseOfHolder : phaseOfCandidate }

  private var phaseOfHolder: CredentialLife.Phase {
    switch current {
    case .met:
      switch renewal {
      case nil, .met: return .certified
      case .notMet: return .due
      case .undetermined, .notCovered: return .renewalUnknown
      }
    case .undetermined, .notCovered: return .unknown
    case .notMet, nil: break
    }
    if late == .met || lateWindow == .met && !isShut { return .lateWindow }
    if wayBack == .met { return .reactivable }
    return isShut ? .closed : .lapsed
  }

  private var phaseOfCandidate: CredentialLife.Phase {
    switch eligibility {
    case .met: return .eligible
    case .undetermined, .notCovered, nil: return .unknown
    case .notMet: break
    }
    guard attempts == .notMet else { return .notYetEligible }
    if isShut { return .closed }
    return route == .notMet ? .notYetEligible : .waiting
  }
}
