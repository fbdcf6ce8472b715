public import Knowledge
public import Vocabulary

/// A what-if on one's own record: something that has not happened, and what it would change.
public enum WhatIfQuestion: Sendable, Hashable {
  /// The kinds, as they are written.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case fail, lapse, add, move
    case renewLate = "renew-late"

    /// In the order in which they are offered.
    public static let offered: [Kind] = [.fail, .renewLate, .lapse, .add, .move]
  }

  /// The exam is taken on a day and failed.
  case fail(Credential, on: CivilDate)
  /// A certification that is held is renewed on a day.
  case renewLate(Credential, on: CivilDate)
  /// A certification that is held is not renewed.
  case lapse(Credential)
  /// Another certification is given on a day.
  case add(Credential, on: CivilDate)
  /// The first day of work in another state.
  case move(Jurisdiction, on: CivilDate)

  public var kind: Kind {
    switch self {
    case .fail: .fail
    case .renewLate: .renewLate
    case .lapse: .lapse
    case .add: .add
    case .move: .move
    }
  }

  /// As it is written: "renew-late aama/cma 2027-09-03", "lapse aama/cma", "move WA 2027-03-01".
  public var text: String {
    switch self {
    case .fail(let credential, let day), .renewLate(let credential, let day), .add(let credential, let day):
      "\(kind.rawValue) \(credential.id) \(day)"
    case .lapse(let credential): "\(kind.rawValue) \(credential.id)"
    case .move(let state, let day): "\(kind.rawValue) \(state.code) \(day)"
    }
  }
}
