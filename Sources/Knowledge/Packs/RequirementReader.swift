import Documents
import Rules
import Vocabulary

/// Reads requirements: from a map of a pack to nodes of the book, children first.
final class RequirementReader {
  let builder: BookBuilder
  let rule: Int
  let ruleID: String
  let file: String
  /// Shared requirements of the file, by name, and those already read for a kind of record in scope.
  private let defines: [String: Node]
  /// nil where it could not be understood: its faults are told once.
  private var defined: [String: Requirement.ID?] = [:]
  private var reading: Set<String> = []

  init(_ builder: BookBuilder, rule: Int, id: String, file: String, defines: [String: Node]) {
    self.builder = builder
    self.rule = rule
    ruleID = id
    self.file = file
    self.defines = defines
  }

  /// How many shared requirements may be open at once, each used by the one before it.
  static let maximumNesting = 20

  /// Where the reader is: names of the parts so far, the record kind in scope, whether inside a cycle.
  struct Context {
    var names: [String] = []
    var kind: EvidenceKind?
    var inCycle = false

    func named(_ name: String) -> Context {
      var copy = self
      copy.names.append(name)
      return copy
    }
  }

  static let words = [
    "all", "any", "at_least_of", "some", "use", "rule", "versions", "conflict", "not_known", "unresearched", "is",
    "at_least", "at_most", "happened", "within", "not_before", "later_than", "no_later_than", "related", "holds",
    "points", "worked", "attempts", "each_cycle", "entries", "life", "none", "in_season",
    "unconditional", "prohibited",
  ]

  /// Reads one requirement; nil, with a fault, when it cannot be understood.
  func read(_ node: Node, _ context: Context) -> Requirement.ID? {
    guard let fields = Fields(node, file, builder.faults, what: "a requirement") else { return nil }
    let citations = builder.citations(fields)
    if DatingReader.isDated(fields) { return version(fields, citations, context) }
    return requirement(fields, citations, context)
  }

  /// A requirement with dates of its own: a list of one version.
  private func version(_ fields: Fields, _ citations: [Citation], _ context: Context) -> Requirement.ID? {
    guard let dating = DatingReader.read(fields, citations) else { return nil }
    if citations.isEmpty { fields.fault("a dated requirement without a source does not load: add `source`") }
    // The name and the acts go to the wrapper, so that the part keeps its address.
    guard let inner = requirement(fields, citations, context) else { return nil }
    let child = builder.book.requirements[inner]
    let list = VersionList([Version(dating: dating, requirement: inner, citations: citations)])
    return builder.add(
      Requirement(
        path: child.path, name: nil, text: nil, word: .versions(.day, list), measuredOn: nil, neededFor: nil,
        appliesWhen: nil, asks: .selfReported, citations: citations, rule: rule, place: child.place))
  }

  private func requirement(_ fields: Fields, _ citations: [Citation], _ context: Context) -> Requirement.ID? {
    var context = context
    let id = fields.text("id")
    if let id { context = context.named(id) }
    let text = fields.phrase("text")
    let measuredOn = fields.text("measured_on").map { builder.act($0) }
    let neededFor = fields.text("needed_for").map { builder.act($0) }
    var asks = EvidenceGrade.selfReported
    if let name = fields.text("evidence") {
      if let grade = EvidenceGrade(name: name) {
        asks = grade
      } else {
        fields.fault("expected an evidence grade (self-reported, document, primary source, issuer), found '\(name)'")
      }
    }
    let appliesWhen = fields.take("applies_when").flatMap { read($0, unnamed(context)) }
    let present = RequirementReader.words.filter { fields.has($0) }
    guard present.count == 1, let word = present.first else {
      fields.fault(
        present.isEmpty
          ? "expected one of the words \(RequirementReader.words.joined(separator: ", ")); found \(fields.keys.joined(separator: ", "))"
          : "expected one word, found \(present.joined(separator: " and ")): put them under `all` or `any`")
      return nil
    }
    guard let (meaning, own) = read(word: word, fields, context) else { return nil }
    fields.finish("a requirement with '\(word)'")
    if case .leaf = meaning, text == nil, own == nil {
      fields.fault("a leaf needs its words: add `text: { en: …, es: … }`")
    }
    let path = context.names.isEmpty ? ruleID : ruleID + "#" + context.names.joined(separator: "/")
    return builder.add(
      Requirement(
        path: path, name: context.names.last, text: text ?? own, word: meaning, measuredOn: measuredOn,
        neededFor: neededFor, appliesWhen: appliesWhen, asks: asks, citations: citations, rule: rule,
        place: "\(file):\(fields.node.line):\(fields.node.column)"))
  }

  private func unnamed(_ context: Context) -> Context {
    var copy = context
    copy.names.append("applies-when")
    return copy
  }

  /// The meaning of a word, and words of its own where the syntax gives them.
  private func read(word: String, _ fields: Fields, _ context: Context) -> (Word, Phrase?)? {
    guard let node = fields.take(word) else { return nil }
    let leaves = LeafReader(builder: builder, fields: fields, context: context)
    switch word {
    case "all": return children(node, fields, context).map { (.all($0), nil) }
    case "any": return children(node, fields, context).map { (.any($0), nil) }
    case "at_least_of": return atLeastOf(node, fields, context).map { ($0, nil) }
    case "some": return some(node, fields, context).map { ($0, nil) }
    case "use": return use(node, fields, context).map { ($0, nil) }
    case "rule":
      guard let id = fields.scalar(node, "rule") else { return nil }
      guard let index = builder.rule(id) else {
        fields.fault("unknown rule '\(id)'", node)
        return nil
      }
      return (.rule(index), nil)
    case "versions": return versions(node, fields, context).map { ($0, nil) }
    case "conflict": return conflict(node, fields, context)
    case "not_known", "unresearched": return fields.phrase(node, word).map { (.leaf(.notKnown), $0) }
    case "unconditional": return fields.phrase(node, word).map { (.leaf(.unconditional), $0) }
    case "prohibited": return fields.phrase(node, word).map { (.leaf(.prohibited), $0) }
    case "each_cycle": return eachCycle(node, fields, context).map { (.leaf($0), nil) }
    default: return leaves.read(word, node).map { (.leaf($0), nil) }
    }
  }

  private func children(_ node: Node, _ fields: Fields, _ context: Context) -> [Requirement.ID]? {
    var ids: [Requirement.ID] = []
    switch node.content {
    case .list(let items): ids = items.compactMap { read($0, context) }
    case .map(let entries): ids = entries.compactMap { read($0.value, context.named($0.key)) }
    default:
      fields.fault("expected a list or a map of requirements, found \(node.kindName)", node)
      return nil
    }
    if ids.isEmpty { fields.fault("an empty list of requirements means nothing: remove it or fill it", node) }
    return ids.isEmpty ? nil : ids
  }

  private func atLeastOf(_ node: Node, _ fields: Fields, _ context: Context) -> Word? {
    guard let inner = Fields(node, file, builder.faults, what: "'at_least_of'"),
      let count = inner.int("count", from: 1),
      let of = inner.take("of")
    else { return nil }
    inner.finish("'at_least_of'", known: ["count", "of"])
    return children(of, fields, context).map { .atLeastOf(count, $0) }
  }

  private func some(_ node: Node, _ fields: Fields, _ context: Context) -> Word? {
    guard let name = fields.scalar(node, "some") else { return nil }
    guard let kind = EvidenceKind(rawValue: name) else {
      fields.fault(
        "expected a kind of record (\(EvidenceKind.allCases.map(\.rawValue).joined(separator: ", "))), found '\(name)'",
        node)
      return nil
    }
    var inside = context
    inside.kind = kind
    guard let that = fields.require("that", "'some'"), let child = read(that, inside) else { return nil }
    return .some(kind, child)
  }

  private func use(_ node: Node, _ fields: Fields, _ context: Context) -> Word? {
    guard let name = fields.scalar(node, "use") else { return nil }
    guard let shared = defines[name] else {
      fields.fault("nothing is defined as '\(name)' in this file", node)
      return nil
    }
    let key = "\(name) \(context.kind?.rawValue ?? "") \(context.inCycle)"
    if let known = defined[key] { return known.map { .all([$0]) } }
    guard reading.count < RequirementReader.maximumNesting else {
      fields.fault("shared requirements use each other more than \(RequirementReader.maximumNesting) deep", node)
      return nil
    }
    guard reading.insert(key).inserted else {
      fields.fault("'\(name)' is defined by itself", node)
      return nil
    }
    defer { reading.remove(key) }
    var inside = context
    inside.names = [name]
    let id = read(shared, inside)
    defined[key] = .some(id)
    return id.map { .all([$0]) }
  }

  private func versions(_ node: Node, _ fields: Fields, _ context: Context) -> Word? {
    guard let items = fields.list(node, "versions") else { return nil }
    let leaves = LeafReader(builder: builder, fields: fields, context: context)
    var governor = Governor.day
    if let governed = fields.take("governed_by") {
      guard let read = leaves.governor(governed) else { return nil }
      governor = read
    } else if items.count > 1 {
      fields.fault("expected 'governed_by' beside more than one version: whose day chooses?", node)
    }
    var list: [Version] = []
    for item in items {
      guard let version = Fields(item, file, builder.faults, what: "a version") else { continue }
      let citations = builder.citations(version)
      guard let dating = DatingReader.read(version, citations) else { continue }
      if version.has("unresearched") {
        _ = version.phrase("unresearched")
        version.finish("an unresearched version")
        list.append(Version(dating: dating, requirement: nil, citations: citations))
        continue
      }
      if citations.isEmpty { version.fault("a version without a source does not load: add `source`") }
      if let id = requirement(version, citations, context) {
        list.append(Version(dating: dating, requirement: id, citations: citations))
      }
    }
    VersionCheck.check(list, fields, node)
    return list.isEmpty ? nil : .versions(governor, VersionList(list))
  }

  private func conflict(_ node: Node, _ fields: Fields, _ context: Context) -> (Word, Phrase?)? {
    guard let id = fields.scalar(node, "conflict") else { return nil }
    let about = fields.phrase("about")
    if about == nil, !builder.book.conflicts.contains(where: { $0.id == id }) {
      fields.fault("expected 'about' beside 'conflict': what do the sources disagree on?", node)
    }
    guard let items = fields.require("readings", "'conflict'").flatMap({ fields.list($0, "readings") }) else {
      return nil
    }
    if items.count < 2 { fields.fault("a conflict needs two readings or more", node) }
    let readings = items.compactMap { reading($0, context) }
    guard items.count >= 2 else { return nil }
    let number = builder.conflict(id, text: about ?? Phrase(id, id), readings: items.count, fields)
    guard readings.count == items.count, builder.book.conflicts[number].readings == items.count else { return nil }
    return (.conflict(number, readings), about)
  }

  /// A reading carries its own source; a secondary one makes it reported.
  private func reading(_ node: Node, _ context: Context) -> Requirement.ID? {
    guard let fields = Fields(node, file, builder.faults, what: "a reading") else { return nil }
    let citations = builder.citations(fields)
    if DatingReader.isDated(fields) { return version(fields, citations, context) }
    guard let inner = requirement(fields, citations, context) else { return nil }
    guard !citations.isEmpty, !citations.contains(where: { $0.source.voice == .body }) else { return inner }
    let always = Version.Dating.from(.distantPast, until: nil)
    let list = VersionList([Version(dating: always, requirement: inner, citations: citations)])
    let child = builder.book.requirements[inner]
    return builder.add(
      Requirement(
        path: child.path, name: nil, text: nil, word: .versions(.day, list), measuredOn: nil, neededFor: nil,
        appliesWhen: nil, asks: .selfReported, citations: citations, rule: rule, place: child.place))
  }

  private func eachCycle(_ node: Node, _ fields: Fields, _ context: Context) -> Leaf? {
    guard let inner = Fields(node, file, builder.faults, what: "'each_cycle'"),
      let months = inner.int("months", from: 1),
      let from = inner.require("from", "'each_cycle'"), let duty = inner.require("duty", "'each_cycle'")
    else { return nil }
    let leaves = LeafReader(builder: builder, fields: inner, context: context)
    let lostAfter = inner.int("lost_after", from: 1)
    inner.finish("'each_cycle'", known: ["months", "from", "duty", "lost_after"])
    var inside = context
    inside.inCycle = true
    guard let event = leaves.event(from), let id = read(duty, inside) else { return nil }
    return .eachCycle(CycleRule(months: months, from: event, duty: id, lostAfter: lostAfter))
  }
}

/// Versions in order, without overlap.
enum VersionCheck {
  static func check(_ versions: [Version], _ fields: Fields, _ node: Node) {
    var last: CivilDate?
    for version in versions {
      let (first, end): (CivilDate?, CivilDate?) =
        switch version.dating {
        case .from(let from, let until): (from, until)
        case .until(let until): (nil, until)
        case .seen(let a, let b): (a, b)
        case .undated: (nil, nil)
        }
      if let first, let last, first <= last {
        fields.fault("the version that begins \(first) overlaps the one before it, which holds through \(last)", node)
      }
      last = end ?? first ?? last
    }
  }
}
