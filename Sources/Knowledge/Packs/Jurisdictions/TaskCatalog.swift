import Documents
import Rules
import Vocabulary

/// `jurisdictions/tasks.yaml`: the tasks and topics, and what is said where no rule of a state was found.
struct TaskCatalog {
  var tasks: [PracticeTask] = []
  var topics: [Topic] = []
  /// Tasks that counsel's letter speaks of.
  private var baselined: Set<String> = []
  private var baseline: Saying?
  private var noRule: Saying?
  private var except: Set<String> = []
  private var encoded: CivilDate?
  private var reviewBy: CivilDate?

  /// A text with its source; `{board}` stands for the board to ask.
  private struct Saying {
    let text: Phrase
    let citations: [Citation]

    init?(_ fields: Fields, _ builder: BookBuilder) {
      citations = builder.citations(fields)
      guard let text = fields.phrase("text") else { return nil }
      self.text = text
    }
  }

  static func isCatalog(_ path: String) -> Bool { path.hasSuffix("jurisdictions/tasks.yaml") }

  init() {}

  init(_ node: Node, _ file: String, _ builder: BookBuilder) {
    guard let fields = Fields(node, file, builder.faults, what: "the catalog of tasks") else { return }
    encoded = fields.day("encoded")
    reviewBy = fields.day("review_by")
    if let map = fields.map("no_rule") {
      noRule = Saying(map, builder)
      map.finish("'no_rule'", known: ["text", "source"])
    }
    if let map = fields.map("baseline") {
      baseline = Saying(map, builder)
      except = Set(map.words("except") ?? [])
      map.finish("'baseline'", known: ["text", "source", "except"])
    }
    if let map = fields.map("tasks") {
      for id in map.keys {
        guard let task = map.map(id), let name = task.phrase("name"), let detail = task.phrase("detail") else {
          continue
        }
        if task.flag("baseline") { baselined.insert(id) }
        tasks.append(
          PracticeTask(
            id: id, name: name, short: task.phrase("short") ?? name, detail: detail,
            aliases: task.words("aliases") ?? [], isMostAsked: task.flag("most_asked")))
        task.finish("a task", known: ["name", "short", "detail", "aliases", "most_asked", "baseline"])
      }
    }
    if let map = fields.map("topics") {
      topics = map.keys.compactMap { id in map.phrase(id).map { Topic(id: id, name: $0) } }
    }
    fields.finish("the catalog of tasks", known: ["encoded", "review_by", "no_rule", "baseline", "tasks", "topics"])
  }

  func topic(_ id: String) -> Topic? { topics.first { $0.id == id } }

  /// A rule that says only that no rule was found, for each task of which a state has none.
  ///
  /// - Returns: the rules that a state has of its own.
  func fillGaps(of jurisdictions: [Jurisdiction], _ builder: BookBuilder) -> Set<String> {
    guard let noRule, let encoded, let reviewBy else { return [] }
    var own: Set<String> = []
    let act = builder.act("practice")
    for jurisdiction in jurisdictions {
      let board = jurisdiction.boards.first?.name
      let plain = noRule.text.naming(board)
      let counsels = baseline?.text.naming(board) ?? plain
      for task in tasks {
        let id = jurisdiction.rule(for: task.id)
        if builder.rule(id) != nil {
          own.insert(id)
          continue
        }
        let isBaselined = baselined.contains(task.id) && !except.contains(jurisdiction.id)
        let citations = (isBaselined ? baseline ?? noRule : noRule).citations
        let index = builder.declareRule(id)
        let root = builder.add(
          Requirement(
            path: id, name: nil, text: isBaselined ? counsels : plain, word: .leaf(.notKnown),
            measuredOn: nil, neededFor: nil, appliesWhen: nil, asks: .selfReported, citations: citations,
            rule: index, place: "knowledge/jurisdictions/tasks.yaml:1:1"))
        builder.put(
          index,
          Rule(
            id: id, title: TaskExpansion.title(task.name, in: jurisdiction.name), acts: [act], asks: act, root: root,
            encoded: encoded, reviewBy: reviewBy))
      }
    }
    return own
  }
}

extension Phrase {
  /// With the name of a board in place of `{board}`.
  fileprivate func naming(_ board: Phrase?) -> Phrase {
    Phrase(
      en.replacing("{board}", with: board?.en ?? "the medical board"),
      es.replacing("{board}", with: board?.es ?? "la junta médica"))
  }
}

extension Fields {
  /// `true` or `false`; false when it is not there.
  func flag(_ key: String) -> Bool {
    guard let node = take(key), let text = scalar(node, key) else { return false }
    if text != "true" && text != "false" { fault("expected true or false for '\(key)', found '\(text)'", node) }
    return text == "true"
  }
}
