public import Documents
public import Vocabulary

/// What changed between two folders of packs: rules, their versions, lives, values, sources.
public struct EditionDiff: Sendable {
  /// What a change belongs to.
  public enum Subject: String, Sendable, CaseIterable {
    case rule, definition, life, value, source, file
  }

  /// One change, with its words.
  public struct Change: Sendable, Hashable {
    public let subject: Subject
    /// `aama/cma/eligibility`, `aama/cma fee.examination`, a key of the register of sources, a file.
    public let name: String
    /// The way to it in the pack's own keys; empty: the whole subject.
    public let place: String
    public let words: Phrase
  }

  /// In the order of subjects, then of names, then of the file.
  public let changes: [Change]

  /// - Parameters: two folders, parsed: path below the folder and content.
  public init(from old: [(path: String, node: Node)], to new: [(path: String, node: Node)]) {
    let before = EditionDiff.subjects(old)
    let after = EditionDiff.subjects(new)
    var changes: [Change] = []
    for subject in Subject.allCases {
      let mine = before[subject] ?? [:]
      let other = after[subject] ?? [:]
      for name in Set(mine.keys).union(other.keys).sorted() {
        switch (mine[name], other[name]) {
        case (let was?, let becomes?):
          changes += NodeComparison.differences(was, becomes).map {
            Change(subject: subject, name: name, place: $0.path.joined(separator: "/"), words: $0.words)
          }
        case (nil, _?):
          changes.append(Change(subject: subject, name: name, place: "", words: Phrase("added", "añadido")))
        case (_?, nil):
          changes.append(Change(subject: subject, name: name, place: "", words: Phrase("removed", "quitado")))
        case (nil, nil): break
        }
      }
    }
    self.changes = changes
  }

  private static func subjects(_ documents: [(path: String, node: Node)]) -> [Subject: [String: Node]] {
    var found: [Subject: [String: Node]] = [:]
    for (path, node) in documents {
      guard case .map(let entries) = node.content else { continue }
      let isPack = path.contains("credentials/") || path.contains("accreditors/")
      if path.hasSuffix("sources.yaml"), case .map(let sources)? = node.child("sources")?.content {
        for entry in sources { found[.source, default: [:]][entry.key] = entry.value }
      } else if !isPack || path.hasSuffix(".cases.yaml") {
        found[.file, default: [:]][path] = Node(.scalar(node.fingerprint, quoted: true), line: 1, column: 1)
      } else {
        let owner = path.split(separator: "/").dropFirst().dropLast().joined(separator: "/")
        if entries.contains(where: { $0.key == "rule" }), let id = node.child("rule")?.brief {
          let own = entries.filter { !["values", "life", "define"].contains($0.key) }
          found[.rule, default: [:]][id] = Node(.map(own), line: node.line, column: node.column)
        }
        if case .list(let rules)? = node.child("rules")?.content {
          for rule in rules { if let id = rule.child("rule")?.brief { found[.rule, default: [:]][id] = rule } }
        }
        if let shared = node.child("define") { found[.definition, default: [:]][path] = shared }
        if let life = node.child("life"), let of = life.child("of")?.brief { found[.life, default: [:]][of] = life }
        if case .map(let values)? = node.child("values")?.content {
          for entry in values { found[.value, default: [:]]["\(owner) \(entry.key)"] = entry.value }
        }
      }
    }
    return found
  }

  /// One line a change, grouped by what it belongs to.
  public func text(_ language: Language) -> String {
    if changes.isEmpty {
      return Phrase("No rule, value or source differs.", "Ninguna regla, valor o fuente difiere.")[language]
    }
    var lines: [String] = []
    var last = ""
    for change in changes {
      let head = "\(EditionDiff.heading(change.subject)[language]) \(change.name)"
      if change.place.isEmpty {
        lines.append("\(head): \(change.words[language])")
        last = ""
        continue
      }
      if head != last { lines.append(head) }
      last = head
      lines.append("    \(change.place): \(change.words[language])")
    }
    return lines.joined(separator: "\n")
  }

  private static func heading(_ subject: Subject) -> Phrase {
    switch subject {
    case .rule: Phrase("Rule", "Regla")
    case .definition: Phrase("Shared requirements of", "Requisitos comunes de")
    case .life: Phrase("How long it runs:", "Cuánto dura:")
    case .value: Phrase("Value", "Valor")
    case .source: Phrase("Source", "Fuente")
    case .file: Phrase("File", "Archivo")
    }
  }
}

extension Node {
  func child(_ key: String) -> Node? {
    guard case .map(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// Short text that differs when the content does.
  fileprivate var fingerprint: String {
    var digest = EditionDigest()
    func add(_ node: Node) {
      switch node.content {
      case .scalar(let text, _): digest.add(text.utf8)
      case .list(let items): for item in items { add(item) }
      case .map(let entries):
        for entry in entries {
          digest.add(entry.key.utf8)
          add(entry.value)
        }
      case .null: digest.add("~".utf8)
      }
      digest.add([0])
    }
    add(self)
    return digest.text
  }
}
