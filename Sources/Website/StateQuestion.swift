public import Vocabulary

/// What is asked about the states: which task, for whom, on which day. A question, not a fact about a person.
public struct StateQuestion: Sendable, Hashable {
  /// For whom it is asked.
  public enum Holder: Sendable, Hashable {
    /// An adult who holds one certification and nothing else.
    case credential(CredentialPath)
    /// An adult without a certification.
    case none
    /// Whoever gave the answers kept in this browser.
    case answers

    init(_ text: String?) {
      switch text {
      case "none": self = .none
      case "answers": self = .answers
      default: self = text.flatMap { CredentialPath($0) }.map { .credential($0) } ?? .first
      }
    }

    /// The first in alphabetical order of the marks: CMA (AAMA).
    static let first = CredentialPath("aama", "cma").map { Holder.credential($0) } ?? .none

    public var text: String {
      switch self {
      case .credential(let path): path.text
      case .none: "none"
      case .answers: "answers"
      }
    }
  }

  /// The task: `venipuncture`; nil for the first of the most asked.
  public var task: String?
  public var holder: Holder
  /// The day asked about; nil is today.
  public var on: CivilDate?

  public init(task: String? = nil, holder: Holder? = nil, on: CivilDate? = nil) {
    self.task = task
    self.holder = holder ?? .first
    self.on = on
  }

  init(query: [String: String]) {
    self.init(
      task: query["task"].flatMap { isSlug($0) ? $0 : nil }, holder: Holder(query["with"]),
      on: query["on"].flatMap(askedDay))
  }

  /// With its question mark; empty for the question that is asked first.
  var query: String {
    var parts: [String] = []
    if let task { parts.append("task=\(task)") }
    if holder != .first { parts.append("with=\(holder.text)") }
    if let on { parts.append("on=\(on)") }
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }

  /// The same for another task, or for none.
  func about(_ task: String?) -> StateQuestion { StateQuestion(task: task, holder: holder, on: on) }
}

extension StateQuestion {
  /// The states of a comparison, in the order they were picked: fields `a` to `d`.
  static func states(_ query: [String: String]) -> [String] {
    var seen: Set<String> = []
    return ["a", "b", "c", "d"].compactMap { query[$0] }.filter { isStateCode($0) && seen.insert($0).inserted }
  }

  /// The query of a comparison.
  func query(states: [String]) -> String {
    let picked = zip(["a", "b", "c", "d"], states).map { "\($0)=\($1)" }
    let rest = query.dropFirst()
    let parts = picked + (rest.isEmpty ? [] : [String(rest)])
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }
}

/// A move from one state to another: a question, not a fact about a person.
public struct Move: Sendable, Hashable {
  /// Where somebody works now: `tx`; nil when it is not said.
  public var from: String?
  /// Where to: `wa`; nil while it is not picked.
  public var to: String?
  /// The first day there; nil is today.
  public var on: CivilDate?
  public var holder: StateQuestion.Holder

  public init(from: String? = nil, to: String? = nil, on: CivilDate? = nil, holder: StateQuestion.Holder? = nil) {
    self.from = from
    self.to = to
    self.on = on
    self.holder = holder ?? .first
  }

  init(query: [String: String]) {
    func state(_ name: String) -> String? { query[name].flatMap { isStateCode($0) ? $0 : nil } }
    self.init(
      from: state("from"), to: state("to"), on: query["on"].flatMap(askedDay),
      holder: StateQuestion.Holder(query["with"]))
  }

  var query: String {
    var parts: [String] = []
    if let from { parts.append("from=\(from)") }
    if let to { parts.append("to=\(to)") }
    if let on { parts.append("on=\(on)") }
    if holder != .first { parts.append("with=\(holder.text)") }
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }
}
