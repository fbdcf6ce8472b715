import Vocabulary

/// A set of additions in the making: needs that may still be merged, additions that stand, and whether time helps.
struct Draft: Hashable {
  var needs: [Slot: Need] = [:]
  var additions: Set<Addition> = []
  var waits = false

  /// How many additions it will be.
  var size: Int {
    var new: Set<String> = []
    var count = additions.count + (waits ? 1 : 0)
    for slot in needs.keys {
      if slot.isNew { new.insert(slot.record) } else { count += 1 }
    }
    return count + new.count
  }

  func merged(with other: Draft) -> Draft? {
    var result = self
    for (slot, need) in other.needs {
      guard let mine = result.needs[slot] else {
        result.needs[slot] = need
        continue
      }
      guard let both = mine.merged(with: need) else { return nil }
      result.needs[slot] = both
    }
    result.additions.formUnion(other.additions)
    result.waits = waits || other.waits
    return result
  }

  func isSubset(of other: Draft) -> Bool {
    (!waits || other.waits) && additions.isSubset(of: other.additions)
      && needs.allSatisfy { other.needs[$0.key] == $0.value }
  }

  /// The additions without the wait, in stable order.
  func finished(_ evidence: Evidence, asOf: CivilDate) -> [Addition] {
    var result = Array(additions)
    var new: [String: EvidenceRecord] = [:]
    for (slot, need) in needs {
      if slot.isNew {
        guard let value = need.value(asOf: asOf) else { continue }
        var record = new[slot.record] ?? EvidenceRecord(id: slot.record, kind: slot.field.kind, grade: .document)
        record.values[slot.field.slot] = value
        new[slot.record] = record
      } else if let addition = addition(slot, need, evidence, asOf) {
        result.append(addition)
      }
    }
    result += new.values.map { .complete($0) }
    return result.inStableOrder
  }

  private func addition(_ slot: Slot, _ need: Need, _ evidence: Evidence, _ asOf: CivilDate) -> Addition? {
    if case .grown(let target) = need {
      var stated = Quantity.zero
      let record = evidence.records.first { $0.id == slot.record }
      if case .amount(let low, _) = record?.values[slot.field.slot] { stated = low }
      return .add(recordID: slot.record, slot.field, target - stated)
    }
    guard let value = need.value(asOf: asOf) else { return nil }
    if case .day(let days, _) = value, !slot.field.isEnd, days.first >= asOf {
      return .happen(recordID: slot.record, slot.field, days.first)
    }
    return .supply(recordID: slot.record, slot.field, value)
  }
}

extension [Addition] {
  /// Each once, by description.
  var inStableOrder: [Addition] {
    Set(self).map { ($0, $0.description) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// What is said of a new record of the same set becomes part of that record.
  func folded(asOf: CivilDate) -> [Addition] {
    var new = Evidence()
    for case .complete(let record) in self { new = new.applying([.complete(record)], asOf: asOf) }
    guard !new.records.isEmpty else { return self }
    var others: [Addition] = []
    for addition in self {
      switch addition {
      case .complete: continue
      case .supply(let id, _, _) where new.records.contains { $0.id == id },
        .happen(let id, _, _) where new.records.contains { $0.id == id }:
        new = new.applying([addition], asOf: asOf)
      default: others.append(addition)
      }
    }
    return others + new.records.map { .complete($0) }
  }
}
