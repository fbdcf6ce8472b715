import Rules
import Vocabulary

/// An amount as it was entered: `560`, `12.5`, `12,5`, `1,000`.
enum EnteredAmount {
  static func quantity(_ text: String) -> Quantity? {
    if let amount = Quantity(text), !text.isEmpty { return amount }
    // A comma or a blank before three digits groups them; before one or two it is a decimal one.
    let groups = text.split(omittingEmptySubsequences: false) { ", \u{A0}".contains($0) }
    guard groups.count > 1, groups.allSatisfy({ !$0.isEmpty }) else { return nil }
    if groups.count == 2, groups[1].count <= 2, !text.contains(".") { return Quantity("\(groups[0]).\(groups[1])") }
    let rest = groups.dropFirst()
    guard (1...3).contains(groups[0].count), rest.dropLast().allSatisfy({ $0.count == 3 }),
      rest.last.map({ $0.prefix { $0 != "." }.count == 3 }) ?? false
    else { return nil }
    return Quantity(groups.joined())
  }

  static func fault(_ field: String, _ found: String) -> RecordFault {
    let shown = String(found.prefix(20))
    return RecordFault(
      field: field,
      message: Phrase(
        "Expected a number, like 560 or 12.5; “\(shown)” found",
        "Se esperaba un número, como 560 o 12.5; se encontró «\(shown)»"))
  }
}
