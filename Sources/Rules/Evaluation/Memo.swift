import Vocabulary

/// Timelines already worked out for one person and question, by requirement and scope.
///
/// A class with memory of its own: it is looked into at every step, and neither a copy nor a check of access may stand
/// in the way. Only `Evaluator` has one.
final class Memo {
  private let open: UnsafeMutableBufferPointer<Timeline<Finding>?>
  private let leaves: UnsafeMutableBufferPointer<Timeline<Finding>?>
  private let scoped: UnsafeMutableBufferPointer<Scoped>
  private let filled: UnsafeMutablePointer<Filled>

  /// What is filled, to be emptied again: apart for requirements that hang on a conflict.
  private struct Filled {
    var open: [Requirement.ID] = []
    var forked: [Requirement.ID] = []
    var leaves: [Requirement.ID] = []
  }

  init(count: Int) {
    open = .allocate(capacity: count)
    open.initialize(repeating: nil)
    leaves = .allocate(capacity: count)
    leaves.initialize(repeating: nil)
    scoped = .allocate(capacity: count)
    scoped.initialize(repeating: Scoped())
    filled = .allocate(capacity: 1)
    filled.initialize(to: Filled())
  }

  deinit {
    open.deinitialize().deallocate()
    leaves.deinitialize().deallocate()
    scoped.deinitialize().deallocate()
    filled.deinitialize(count: 1).deallocate()
  }

  subscript(id: Requirement.ID, scope: Scope) -> Timeline<Finding>? {
    scope.isOpen ? open[id] : scoped[id][scope]
  }

  func put(_ timeline: Timeline<Finding>, _ id: Requirement.ID, _ scope: Scope, isForked: Bool) {
    if scope.isOpen { open[id] = timeline } else { scoped[id].append(scope, timeline) }
    if isForked { filled.pointee.forked.append(id) } else { filled.pointee.open.append(id) }
  }

  /// A leaf outside of every scope, shared by all requirements with an equal one.
  ///
  /// - Parameter first: the first requirement with that leaf.
  subscript(leaf first: Requirement.ID) -> Timeline<Finding>? { leaves[first] }

  func put(_ timeline: Timeline<Finding>, leaf first: Requirement.ID) {
    leaves[first] = timeline
    filled.pointee.leaves.append(first)
  }

  func forget() {
    for id in filled.pointee.open { empty(id) }
    for id in filled.pointee.leaves { leaves[id] = nil }
    filled.pointee.open.removeAll(keepingCapacity: true)
    filled.pointee.leaves.removeAll(keepingCapacity: true)
    forgetForked()
  }

  /// Forgets everything that hangs on a conflict.
  func forgetForked() {
    for id in filled.pointee.forked { empty(id) }
    filled.pointee.forked.removeAll(keepingCapacity: true)
  }

  private func empty(_ id: Requirement.ID) {
    open[id] = nil
    if !scoped[id].isEmpty { scoped[id].removeAll() }
  }

  /// Timelines inside scopes: few for each requirement, but for people with very long lists.
  fileprivate struct Scoped {
    private var few: [(scope: Scope, timeline: Timeline<Finding>)] = []
    private var many: [Scope: Timeline<Finding>] = [:]

    var isEmpty: Bool { few.isEmpty }

    subscript(scope: Scope) -> Timeline<Finding>? {
      few.first { $0.scope == scope }?.timeline ?? (many.isEmpty ? nil : many[scope])
    }

    mutating func append(_ scope: Scope, _ timeline: Timeline<Finding>) {
      if few.count < 16 { few.append((scope, timeline)) } else { many[scope] = timeline }
    }

    mutating func removeAll() {
      few.removeAll(keepingCapacity: true)
      if !many.isEmpty { many = [:] }
    }
  }

  /// What hangs on a conflict, to be put back when the readings have been compared.
  struct Forked {
    fileprivate var open: [(Requirement.ID, Timeline<Finding>?)] = []
    fileprivate var scoped: [(Requirement.ID, Scoped)] = []
    fileprivate var ids: [Requirement.ID] = []
  }

  /// Takes out everything that hangs on a conflict.
  func takeForked() -> Forked {
    var taken = Forked()
    for id in filled.pointee.forked where open[id] != nil || !scoped[id].isEmpty {
      taken.open.append((id, open[id]))
      if !scoped[id].isEmpty { taken.scoped.append((id, scoped[id])) }
      empty(id)
    }
    taken.ids = filled.pointee.forked
    filled.pointee.forked.removeAll(keepingCapacity: true)
    return taken
  }

  func put(forked taken: Forked) {
    for (id, timeline) in taken.open { open[id] = timeline }
    for (id, timelines) in taken.scoped { scoped[id] = timelines }
    filled.pointee.forked = taken.ids
  }
}
