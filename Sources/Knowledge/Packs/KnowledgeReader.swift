public import Documents
public import Rules
public import Vocabulary

/// Reads a knowledge folder that has been parsed into nodes; reports every fault of every file at once.
public struct KnowledgeReader {
  private let builder = BookBuilder()
  private var base = KnowledgeBase()

  /// - Parameter documents: path below `knowledge/` and parsed content.
  /// - Throws: all faults, sorted by place.
  public static func read(_ documents: [(path: String, node: Node)]) throws(Faults) -> KnowledgeBase {
    var reader = KnowledgeReader()
    let base = reader.run(documents.sorted { $0.path < $1.path })
    if !reader.builder.faults.all.isEmpty { throw Faults(reader.builder.faults.all) }
    return base
  }

  /// Everything that could be read, and what was wrong.
  public static func readLeniently(_ documents: [(path: String, node: Node)]) -> (KnowledgeBase, [Fault]) {
    var reader = KnowledgeReader()
    let base = reader.run(documents.sorted { $0.path < $1.path })
    return (base, Faults(reader.builder.faults.all).all)
  }

  private var faults: FaultList { builder.faults }
  var listFaults: FaultList { builder.faults }
  func listCitations(_ fields: Fields) -> [Citation] { builder.citations(fields) }
  mutating func addQuestion(_ question: InterviewQuestion) { base.questions.append(question) }
  mutating func addGuide(_ guide: Guide) { base.guides.append(guide) }
  mutating func addCoverage(_ row: CoverageRow) { base.coverage.append(row) }

  private mutating func run(_ written: [(path: String, node: Node)]) -> KnowledgeBase {
    let documents = SetExpansion.expanded(TaskExpansion.expanded(written))
    for (path, node) in documents where path.hasSuffix("sources.yaml") { readSources(node, path) }
    base.sources = builder.sources
    for (path, node) in documents where path.hasSuffix("/credential.yaml") { readCredential(node, path) }
    let catalog = documents.first { TaskCatalog.isCatalog($0.path) }.map { TaskCatalog($0.node, $0.path, builder) }
    base.tasks = catalog?.tasks ?? []
    base.topics = catalog?.topics ?? []
    for (path, node) in documents where path.hasSuffix("/jurisdiction.yaml") {
      let reader = JurisdictionReader(builder: builder, catalog: catalog ?? TaskCatalog())
      guard let (jurisdiction, values) = reader.read(node, path) else { continue }
      base.jurisdictions.append(jurisdiction)
      base.values += values
    }
    base.jurisdictions.sort { $0.name.en < $1.name.en }
    for (path, node) in written where SetExpansion.isSet(path) && !SetExpansion.isWritten(node) {
      let reader = RequirementSetReader(builder: builder, tasks: base.tasks)
      if let set = reader.read(node, path) { base.requirementSets.append(set) }
    }
    builder.licenses = base.licenses
    let rules = documents.filter { KnowledgeReader.isRuleFile($0.path) }
    for (path, node) in rules { declare(node, path) }
    for (path, node) in rules { readRuleFile(node, path) }
    base.ownTaskRules = catalog?.fillGaps(of: base.jurisdictions, builder) ?? []
    builder.closeUnread()
    UnfoldingCheck.check(&builder.book, faults)
    for (path, node) in documents where path.hasSuffix("questions.yaml") { readQuestions(node, path) }
    for (path, node) in documents where path.hasSuffix("guides.yaml") { readGuides(node, path) }
    for (path, node) in documents where path.contains("coverage/") { readCoverage(node, path) }
    let statistics = StatisticsReader(builder: builder, states: Set(base.jurisdictions.map(\.id)))
    for (path, node) in documents where StatisticsReader.isStatistics(path) {
      guard let (series, figures) = statistics.read(node, path) else { continue }
      base.series.append(series)
      base.statistics += figures
    }
    base.book = builder.book
    base.shelf = ShelfReader(base: base, builder: builder).read(documents)
    for (path, node) in documents where LeadTimeReader.isTable(path) {
      let times = LeadTimeReader(builder: builder).read(node, path)
      (base.leadTimes, base.seasons, base.escalation) = (times.kinds, times.seasons, times.escalation)
    }
    for (path, node) in documents where path.hasSuffix(".cases.yaml") {
      base.cases += CaseReader(base: base, faults: faults).read(node, path)
    }
    base.citedRows = builder.citedRows
    base.credentials.sort { $0.mark < $1.mark }
    return base
  }

  static func isRuleFile(_ path: String) -> Bool {
    (path.contains("credentials/") || path.contains("accreditors/") || path.contains("jurisdictions/")
      || path.contains("requirement-sets/"))
      && !path.hasSuffix(".cases.yaml") && !path.hasSuffix("sources.yaml") && !path.hasSuffix("/jurisdiction.yaml")
      && !TaskCatalog.isCatalog(path)
  }

  // MARK: - Sources and credentials

  private func readSources(_ node: Node, _ file: String) {
    guard let fields = Fields(node, file, faults, what: "the register of sources"), let sources = fields.map("sources")
    else { return }
    fields.finish("the register of sources", known: ["sources"])
    for key in sources.keys {
      guard let source = sources.map(key) else { continue }
      defer {
        source.finish("a source", known: ["publisher", "title", "url", "voice", "dated", "age", "retrieved"])
      }
      guard let publisher = source.text("publisher"), let title = source.phrase("title"),
        let voice = source.text("voice"), let age = source.phrase("age"), let retrieved = source.day("retrieved")
      else {
        source.fault("a source needs publisher, title, url, voice, age and retrieved")
        continue
      }
      guard let read = Source.Voice(rawValue: voice) else {
        source.fault("expected `voice: body` or `voice: secondary`, found '\(voice)'")
        continue
      }
      builder.sources[key] = Source(
        key: key, publisher: publisher, title: title, url: source.text("url") ?? "", voice: read,
        dated: source.day("dated"), age: age, retrieved: retrieved)
    }
  }

  private mutating func readCredential(_ node: Node, _ file: String) {
    guard let fields = Fields(node, file, faults, what: "a credential") else { return }
    guard let id = fields.text("credential"), let mark = fields.text("mark"), let name = fields.phrase("name"),
      let focus = fields.phrase("focus"), let body = fields.text("body"), let url = fields.text("url")
    else {
      fields.fault("a credential needs credential, mark, name, focus, body, url")
      return
    }
    base.credentials.append(
      Credential(
        id: id, mark: mark, name: name, focus: focus, body: body, url: url,
        isComplete: fields.text("coverage") == "complete"))
    // Values are read with the rule files.
  }

  // MARK: - Rule files

  private func ruleNodes(_ node: Node) -> [Node] {
    guard case .map(let entries) = node.content else { return [] }
    if let rules = entries.first(where: { $0.key == "rules" }), case .list(let items) = rules.value.content {
      return items
    }
    return entries.contains { $0.key == "rule" } ? [node] : []
  }

  private func declare(_ node: Node, _ file: String) {
    for rule in ruleNodes(node) {
      if let fields = Fields(rule, file, faults, what: "a rule"), let id = fields.text("rule") {
        builder.declareRule(id, fields)
      }
    }
    if let fields = Fields(node, file, faults, what: "a pack file"), let life = fields.map("life"),
      let of = life.text("of")
    {
      builder.declareLife(of, life)
    }
  }

  private mutating func readRuleFile(_ node: Node, _ file: String) {
    guard let fields = Fields(node, file, faults, what: "a pack file") else { return }
    var defines: [String: Node] = [:]
    let isSingle = fields.has("rule")
    if let node = fields.take("define"), case .map(let entries) = node.content {
      for entry in entries { defines[entry.key] = entry.value }
    }
    let header = RuleHeader(fields, shared: nil)
    for rule in ruleNodes(node) { readRule(rule, file, defines, header) }
    if isSingle {
      for key in ["rule", "title", "acts", "asks", "requires"] { _ = fields.take(key) }
    } else {
      _ = fields.take("rules")
    }
    let folder = KnowledgeReader.owner(of: file)
    let firstRule = ruleNodes(node).first.flatMap { Fields($0, file, faults, what: "a rule")?.text("rule") }
    if let life = fields.map("life") { readLife(life, rule: firstRule.flatMap { builder.rule($0) }) }
    if let values = fields.map("values") { base.values += ValuesReader(builder: builder, owner: folder).read(values) }
    for key in ["credential", "mark", "name", "focus", "body", "url", "coverage", "accreditor", "title"]
    where fields.has(key) {
      _ = fields.take(key)
    }
    fields.finish("a pack file", known: ["rule", "rules", "define", "life", "values", "encoded", "review_by"])
  }

  /// `knowledge/credentials/aama/cma/fees.yaml` belongs to `aama/cma`.
  static func owner(of path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    if let i = parts.firstIndex(of: "credentials"), parts.count > i + 2 { return parts[i + 1] + "/" + parts[i + 2] }
    if let state = TaskExpansion.jurisdiction(of: path) { return state }
    return (parts.last ?? path).replacing(".yaml", with: "")
  }

  struct RuleHeader {
    var encoded: CivilDate?
    var reviewBy: CivilDate?

    init(_ fields: Fields, shared: RuleHeader?) {
      encoded = fields.day("encoded") ?? shared?.encoded
      reviewBy = fields.day("review_by") ?? shared?.reviewBy
    }
  }

  private func readRule(_ node: Node, _ file: String, _ defines: [String: Node], _ shared: RuleHeader) {
    guard let fields = Fields(node, file, faults, what: "a rule"), let id = fields.text("rule"),
      let index = builder.rule(id)
    else { return }
    let header = RuleHeader(fields, shared: shared)
    var defines = defines
    if let node = fields.take("define"), case .map(let entries) = node.content {
      for entry in entries { defines[entry.key] = entry.value }
    }
    let title = fields.phrase("title")
    let acts = fields.words("acts")?.map { builder.act($0) } ?? []
    let asks = fields.text("asks").map { builder.act($0) }
    if let asks, !acts.contains(asks) { fields.fault("'asks' names an act that is not in 'acts'") }
    guard let requires = fields.require("requires", "the rule '\(id)'") else { return }
    guard let title, let encoded = header.encoded, let reviewBy = header.reviewBy else {
      fields.fault("a rule needs title, encoded and review_by")
      return
    }
    let reader = RequirementReader(builder, rule: index, id: id, file: file, defines: defines)
    guard let root = reader.read(requires, .init()) else { return }
    builder.put(
      index,
      Rule(id: id, title: title, acts: acts, asks: asks, root: root, encoded: encoded, reviewBy: reviewBy))
    for key in ["life", "values", "rules"] where fields.has(key) { _ = fields.take(key) }
    fields.finish(
      "the rule '\(id)'", known: ["rule", "title", "encoded", "review_by", "acts", "asks", "define", "requires"])
  }

  private func readLife(_ fields: Fields, rule: Int?) {
    guard let rule else {
      fields.fault("a life stands in the file of a rule: that rule's review_by says how long it is good for")
      return
    }
    guard let of = fields.text("of"), let index = builder.life(of), let items = fields.list("versions") else {
      fields.fault("a life needs 'of' and 'versions'")
      return
    }
    _ = fields.phrase("text")
    var versions: [Version] = []
    var periods: [LifeRule.Period?] = []
    for item in items {
      guard let version = Fields(item, fields.file, faults, what: "a version of a life") else { continue }
      let citations = builder.citations(version)
      guard let dating = DatingReader.read(version, citations) else { continue }
      _ = version.phrase("text")
      if version.has("unresearched") {
        _ = version.phrase("unresearched")
        periods.append(nil)
      } else if let period = version.map("period"), let months = period.int("months", from: 1),
        let name = period.text("last_day"),
        let last = LifeRule.LastDay(rawValue: name)
      {
        period.finish("'period'", known: ["months", "last_day"])
        if citations.isEmpty { version.fault("a version without a source does not load: add `source`") }
        periods.append(LifeRule.Period(months: months, lastDay: last))
      } else {
        version.fault(
          "expected `period: { months: 60, last_day: end_of_month }` (or anniversary, day_before_anniversary, not_stated)"
        )
        continue
      }
      version.finish("a version of a life")
      versions.append(Version(dating: dating, requirement: nil, citations: citations))
    }
    VersionCheck.check(versions, fields, fields.node)
    fields.finish("'life'", known: ["of", "versions"])
    builder.book.lives[index] = LifeRule(
      credential: of, versions: VersionList(versions), periods: periods, rule: rule)
  }
}
