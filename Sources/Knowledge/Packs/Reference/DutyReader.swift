import Documents
import Rules
import Vocabulary

/// Reads `duties.yaml`. A duty without a side, a skill, a task or the reason why there is none does not load.
struct DutyReader {
  private let base: KnowledgeBase
  private let builder: BookBuilder
  /// By credential, the categories that its rules count apart.
  private let counted: [String: Set<String>]

  init(base: KnowledgeBase, builder: BookBuilder) {
    self.base = base
    self.builder = builder
    var counted: [String: Set<String>] = [:]
    for requirement in builder.book.requirements {
      guard case .leaf(.points(let points)) = requirement.word else { continue }
      let owner = builder.book.rules[requirement.rule].id.split(separator: "/").prefix(2).joined(separator: "/")
      counted[owner, default: []].formUnion(points.each.map(\.word))
    }
    self.counted = counted
  }

  func read(_ node: Node, _ file: String) -> DutyCatalog {
    var catalog = DutyCatalog()
    guard let fields = Fields(node, file, builder.faults, what: "the duties") else { return catalog }
    defer {
      fields.finish("the duties", known: ["encoded", "review_by", "onet", "settings", "conditions", "duties"])
    }
    if fields.day("encoded") == nil || fields.day("review_by") == nil {
      fields.fault("the duties need encoded and review_by")
    }
    if let onet = fields.map("onet") { readStatements(onet, &catalog) }
    catalog.settings = tags(fields.map("settings"), isCondition: false)
    catalog.conditions = tags(fields.map("conditions"), isCondition: true)
    if let map = fields.map("duties") {
      catalog.duties = map.keys.compactMap { id in map.map(id).flatMap { duty(id, $0, catalog) } }
    }
    let used = Set(catalog.duties.flatMap(\.statements))
    for statement in catalog.statements where !used.contains(statement.id) {
      fields.fault("no duty names the O*NET task '\(statement.id)': add it to one")
    }
    return catalog
  }

  private func readStatements(_ fields: Fields, _ catalog: inout DutyCatalog) {
    defer { fields.finish("'onet'", known: ["attribution", "license", "source", "tasks"]) }
    catalog.citations = builder.citations(fields)
    guard let attribution = fields.phrase("attribution"), let license = fields.text("license"),
      let tasks = fields.map("tasks")
    else {
      fields.fault("'onet' needs attribution, license, source and tasks")
      return
    }
    catalog.attribution = attribution
    catalog.license = license
    catalog.statements = tasks.keys.compactMap { id in
      guard let task = tasks.map(id) else { return nil }
      defer { task.finish("an O*NET task", known: ["type", "statement"]) }
      guard let type = task.text("type"), let words = task.text("statement") else {
        task.fault("an O*NET task needs type and statement")
        return nil
      }
      return OccupationStatement(id: id, type: type, words: words)
    }
  }

  private func tags(_ map: Fields?, isCondition: Bool) -> [DutyTag] {
    guard let map else { return [] }
    return map.keys.compactMap { id in
      guard let fields = map.map(id) else { return nil }
      defer { fields.finish("'\(id)'", known: ["kind", "name", "aliases", "source"]) }
      let kind = isCondition ? fields.text("kind").flatMap(DutyTag.Kind.init) : nil
      let citations = builder.citations(fields)
      let aliases = fields.words("aliases") ?? []
      guard let name = fields.phrase("name"), kind != nil || !isCondition, !citations.isEmpty else {
        fields.fault("expected name and source, and for a condition the kind: chronic, acute or preventive")
        return nil
      }
      return DutyTag(id: id, name: name, aliases: aliases, kind: kind, citations: citations)
    }
  }

  private func duty(_ id: String, _ fields: Fields, _ catalog: DutyCatalog) -> Duty? {
    defer {
      fields.finish(
        "a duty",
        known: [
          "side", "text", "aliases", "skills", "task", "no_task", "exams", "ce", "settings", "conditions", "onet",
          "no_onet", "source",
        ])
    }
    let side = fields.text("side").flatMap(Duty.Side.init)
    let skills = (fields.list("skills") ?? []).compactMap { fields.phrase($0, "skills") }
    let task = fields.text("task")
    let withoutTask = fields.phrase("no_task")
    let exams = exams(fields.map("exams"))
    let categories = categories(fields.map("ce"))
    let settings = fields.words("settings") ?? []
    let conditions = fields.words("conditions") ?? []
    let statements = fields.words("onet") ?? []
    let withoutStatement = fields.phrase("no_onet")
    let citations = builder.citations(fields)
    if let task, base.task(task) == nil { fields.fault("there is no task '\(task)' in jurisdictions/tasks.yaml") }
    if (task == nil) == (withoutTask == nil) {
      fields.fault("a duty needs `task`, or `no_task` with the reason why the states' rules are not shown")
    }
    if statements.isEmpty == (withoutStatement == nil) {
      fields.fault("a duty needs `onet`, or `no_onet` with the reason why there is none")
    }
    if skills.isEmpty { fields.fault("a duty needs at least one of `skills`: what is practiced?") }
    if exams.isEmpty { fields.fault("a duty needs at least one area in `exams`") }
    if settings.isEmpty { fields.fault("a duty needs `settings`: where is it done?") }
    if citations.isEmpty { fields.fault("a duty needs a source: who says that it is one?") }
    for name in settings where catalog.setting(name) == nil { fields.fault("there is no setting '\(name)' here") }
    for name in conditions where catalog.condition(name) == nil { fields.fault("there is no condition '\(name)' here") }
    for name in statements where catalog.statement(name) == nil {
      fields.fault("there is no O*NET task '\(name)' here")
    }
    guard let side, let text = fields.phrase("text") else {
      fields.fault("a duty needs text, and a side: clinical or administrative")
      return nil
    }
    return Duty(
      id: id, side: side, text: text, aliases: fields.words("aliases") ?? [], skills: skills, task: task,
      withoutTask: withoutTask, exams: exams, categories: categories, settings: settings, conditions: conditions,
      statements: statements, withoutStatement: withoutStatement, citations: citations, place: fields.place)
  }

  /// `{ nha/ccma: [communication] }`: values `examination.outline.communication` of a credential.
  private func exams(_ map: Fields?) -> [Duty.ExamArea] {
    guard let map else { return [] }
    return map.keys.flatMap { credential in
      (map.words(credential) ?? []).map { area in
        let value = "examination.outline." + area
        if base.value(credential, value) == nil {
          map.fault("'\(credential)' has no value '\(value)': an exam area stands in its examination.yaml")
        }
        return Duty.ExamArea(credential: credential, value: value)
      }
    }
  }

  /// `{ aama/cma: clinical }`: a category that a rule of the credential counts apart.
  private func categories(_ map: Fields?) -> [Duty.Category] {
    guard let map else { return [] }
    return map.keys.compactMap { credential in
      guard let name = map.text(credential) else { return nil }
      if !(counted[credential] ?? []).contains(name) {
        map.fault("no rule of '\(credential)' counts continuing education in the category '\(name)'")
      }
      return Duty.Category(credential: credential, name: name)
    }
  }
}
