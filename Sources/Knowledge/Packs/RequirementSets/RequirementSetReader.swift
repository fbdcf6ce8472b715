import Documents
import Rules
import Vocabulary

/// Reads the head of `requirement-sets/<id>.yaml`: what the set is, and its layers. Their requirements are read as rules.
struct RequirementSetReader {
  let builder: BookBuilder
  /// The tasks that states have rules about.
  let tasks: [PracticeTask]

  func read(_ node: Node, _ file: String) -> RequirementSet? {
    guard let fields = Fields(node, file, builder.faults, what: "a requirement set") else { return nil }
    let id = fields.text("set")
    let title = fields.phrase("title")
    let about = fields.phrase("about")
    let encoded = fields.day("encoded")
    let reviewBy = fields.day("review_by")
    let isSample = fields.flag("sample")
    _ = fields.take("define")
    var layers: [RequirementSet.Layer] = []
    for item in fields.list("layers") ?? [] {
      guard let layer = layer(item, file, set: id ?? "") else { continue }
      if layers.contains(where: { $0.name == layer.name && $0.gate == layer.gate }) {
        fields.fault("the layer '\(layer.name.rawValue)' stands twice as '\(layer.gate.rawValue)': join the two", item)
      }
      layers.append(layer)
    }
    fields.finish(
      "a requirement set", known: ["set", "sample", "title", "about", "encoded", "review_by", "define", "layers"])
    guard let id, let title, let about, let encoded, let reviewBy, !layers.isEmpty else {
      fields.fault("a requirement set needs set, title, about, encoded, review_by and layers")
      return nil
    }
    if !file.hasSuffix("requirement-sets/\(id).yaml") {
      fields.fault("expected the file of the set '\(id)' to be called requirement-sets/\(id).yaml")
    }
    let order = RequirementSet.LayerName.allCases
    layers.sort {
      let (a, b) = (order.firstIndex(of: $0.name) ?? 0, order.firstIndex(of: $1.name) ?? 0)
      return a == b ? $0.gate == .required && $1.gate == .preferred : a < b
    }
    return RequirementSet(
      id: id, title: title, about: about, isSample: isSample, layers: layers, encoded: encoded, reviewBy: reviewBy)
  }

  private func layer(_ node: Node, _ file: String, set: String) -> RequirementSet.Layer? {
    guard let fields = Fields(node, file, builder.faults, what: "a layer") else { return nil }
    let present = ["required", "preferred", "law"].filter(fields.has)
    let word = fields.text("layer") ?? ""
    guard let name = RequirementSet.LayerName(rawValue: word) else {
      let known = RequirementSet.LayerName.allCases.map(\.rawValue).joined(separator: ", ")
      fields.fault("expected one of \(known) for 'layer', found '\(word)'")
      return nil
    }
    guard present.count == 1, let key = present.first else {
      fields.fault("expected one of required, preferred or law in a layer, found \(present.count)")
      return nil
    }
    let gate: RequirementSet.Gate = key == "preferred" ? .preferred : .required
    guard key == "law" else {
      _ = fields.take(key)
      fields.finish("a layer", known: ["layer", "required", "preferred", "law"])
      return .init(name: name, gate: gate, content: .rule(SetExpansion.rule(set, name, gate)))
    }
    if name != .law { fields.fault("'law' belongs in the layer 'law'") }
    guard let law = fields.map("law"), let named = law.words("tasks"), !named.isEmpty else {
      fields.fault("expected `law: { tasks: [practice, …] }`")
      return nil
    }
    law.finish("'law'", known: ["tasks"])
    fields.finish("a layer", known: ["layer", "required", "preferred", "law"])
    for task in named where !tasks.isEmpty && !tasks.contains(where: { $0.id == task }) {
      fields.fault("unknown task '\(task)'; known: \(tasks.map(\.id).joined(separator: ", "))")
    }
    return .init(name: name, gate: gate, content: .tasks(named))
  }
}
