public import Rules
public import Services
import Vocabulary

/// The addresses of what somebody keeps about themselves. No fact about them stands in one: records have random names.
public enum WalletRoute: Sendable, Hashable {
  /// All that is kept, in one part of it.
  case record(RecordPart)
  /// Another thing of a kind.
  case add(EvidenceKind)
  /// One thing, with its history. A POST corrects it.
  case item(RecordPart, RecordID)
  /// POST only: it was never so.
  case withdrawal(RecordPart, RecordID)
  /// POST only: that there is no more of a kind, or that there may be.
  case complete(EvidenceKind)
  /// Where somebody stands, on a day.
  case status(WalletDay)
  /// The reasons for one rule's answer about oneself.
  case reason(CredentialPath, rule: String, WalletDay)
  /// Attempts and clocks. A POST notes that somebody looked at a body's own page.
  case clocks
  /// POST only: such a note is kept no more.
  case lookEnd
  /// What would change if something happened.
  case whatIf(WhatIfEntry)
  /// The record as a file. A POST saves it.
  case exporting
  /// Brings such a file back into one part.
  case importing(RecordPart)
  /// Everything as files. A POST saves one.
  case archive
  /// Brings such a file back.
  case archiveReturn

  /// Whether there is a page to look at.
  var isPage: Bool {
    switch self {
    case .record, .add, .item, .status, .reason, .exporting, .importing, .clocks, .whatIf, .archive, .archiveReturn:
      true
    case .withdrawal, .complete, .lookEnd: false
    }
  }

  /// The page from which a form comes; for a page itself that one.
  var origin: WalletRoute {
    switch self {
    case .withdrawal(let part, let id): .item(part, id)
    case .complete(let kind): .record(RecordPart(kind))
    case .lookEnd: .clocks
    case .record, .add, .item, .status, .reason, .exporting, .importing, .clocks, .whatIf, .archive, .archiveReturn:
      self
    }
  }
}

extension WalletRoute {
  /// The address in English.
  ///
  /// - Parameter shown: how what stands in it is written: itself, or its name.
  func text(_ shown: (String, String) -> String) -> String {
    switch self {
    case .record(let part): "/account/\(part.rawValue)"
    case .add(let kind): "/account/\(RecordPart(kind).rawValue)/add/\(shown(kind.rawValue, "kind"))"
    case .item(let part, let id): "/account/\(part.rawValue)/\(shown(id.text, "record"))"
    case .withdrawal(let part, let id): "/account/\(part.rawValue)/\(shown(id.text, "record"))/withdrawal"
    case .status: "/account/status"
    case .reason(let path, let rule, _):
      "/account/status/\(shown(path.body, "body"))/\(shown(path.designation, "credential"))/\(shown(rule, "rule"))"
    case .clocks: "/account/clocks"
    case .lookEnd: "/account/clocks/removal"
    case .whatIf: "/account/what-if"
    case .exporting: "/account/record/export"
    case .importing(let part): "/account/\(part.rawValue)/import"
    case .archive: "/account/archive"
    case .archiveReturn: "/account/archive/import"
    case .complete(let kind): "/account/\(RecordPart(kind).rawValue)/complete/\(shown(kind.rawValue, "kind"))"
    }
  }

  /// The day that a page about where somebody stands is for; today for other pages.
  var day: WalletDay {
    switch self {
    case .status(let day), .reason(_, rule: _, let day): day
    default: WalletDay()
    }
  }

  /// What follows the question mark.
  var query: String {
    switch self {
    case .status(let day), .reason(_, rule: _, let day): day.query
    case .whatIf(let entry): entry.query
    case .record, .add, .item, .withdrawal, .complete, .exporting, .importing, .clocks, .lookEnd, .archive,
      .archiveReturn:
      ""
    }
  }

  /// Reads the parts of a path after `/account`; nil when they are none of these.
  init?(_ parts: [String], query: [String: String]) {
    if parts.first == "status" {
      self.init(status: Array(parts.dropFirst()), WalletDay(query: query))
      return
    }
    if parts == ["clocks"] || parts == ["clocks", "removal"] {
      self = parts.count == 1 ? .clocks : .lookEnd
      return
    }
    if parts == ["archive"] || parts == ["archive", "import"] {
      self = parts.count == 1 ? .archive : .archiveReturn
      return
    }
    if parts == ["what-if"] {
      self = .whatIf(WhatIfEntry(query: query))
      return
    }
    guard let first = parts.first, let part = RecordPart(rawValue: first) else { return nil }
    let rest = Array(parts.dropFirst())
    switch (rest.count, rest.first) {
    case (0, _): self = .record(part)
    case (1, "export") where part == .record: self = .exporting
    case (1, "import"): self = .importing(part)
    case (2, "add"), (2, "complete"):
      guard let kind = EvidenceKind(rawValue: rest[1]), RecordPart(kind) == part else { return nil }
      self = rest[0] == "add" ? .add(kind) : .complete(kind)
    case (1, _):
      guard let id = RecordID(text: rest[0]) else { return nil }
      self = .item(part, id)
    case (2, _):
      guard let id = RecordID(text: rest[0]), rest[1] == "withdrawal" else { return nil }
      self = .withdrawal(part, id)
    default: return nil
    }
  }

  private init?(status rest: [String], _ day: WalletDay) {
    if rest.isEmpty {
      self = .status(day)
    } else {
      guard rest.count == 3, let path = CredentialPath(rest[0], rest[1]), isSlug(rest[2]) else { return nil }
      self = .reason(path, rule: rest[2], day)
    }
  }

  /// Whether a path after `/account` is one of these, by its first part.
  static func owns(_ part: String?) -> Bool {
    ["record", "health", "status", "clocks", "what-if", "archive"].contains(part)
  }
}
