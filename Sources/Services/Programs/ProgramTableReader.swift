import Vocabulary

/// Takes a table of programs apart.
struct ProgramTableReader {
  private let lines: [Substring]
  private var number = 0

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  mutating func directory() throws(ProgramTableError) -> ProgramDirectory {
    guard try next() == ProgramTable.mark[...] else { throw fault("expected '\(ProgramTable.mark)'") }
    let publisher = try head("publisher")
    let title = try head("title")
    guard let vintage = CivilDate(try head("vintage")) else { throw fault("expected a day for the vintage", 2) }
    guard let count = Int(try head("programs")) else { throw fault("expected how many programs there are", 2) }
    guard try cells() == ProgramTable.columns else {
      throw fault("expected the columns \(ProgramTable.columns.joined(separator: ", "))")
    }
    var programs: [ListedProgram] = []
    var last = ""
    while number + 1 < lines.count {
      let program = try program()
      guard last < program.id else { throw fault("expected each id once, in order", 1) }
      last = program.id
      programs.append(program)
    }
    guard number < lines.count, try next().isEmpty else { throw fault("the last line is not ended: the table is cut") }
    guard programs.count == count else {
      throw fault("expected \(count) programs, found \(programs.count): the table is cut")
    }
    return ProgramDirectory(source: .init(publisher: publisher, title: title, vintage: vintage), programs: programs)
  }

  private func fault(_ message: String, _ column: Int? = nil) -> ProgramTableError {
    ProgramTableError(line: max(number, 1), column: column, message: message)
  }

  private mutating func next() throws(ProgramTableError) -> Substring {
    guard number < lines.count else { throw fault("the table is cut") }
    number += 1
    return lines[number - 1]
  }

  private mutating func cells() throws(ProgramTableError) -> [String] {
    try next().split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  private mutating func head(_ name: String) throws(ProgramTableError) -> String {
    let cells = try cells()
    guard cells.count == 2, cells[0] == "# \(name)", !cells[1].isEmpty else { throw fault("expected '# \(name)'") }
    return cells[1]
  }

  private mutating func program() throws(ProgramTableError) -> ListedProgram {
    let cells = try cells()
    guard cells.count == ProgramTable.columns.count else {
      throw fault("expected \(ProgramTable.columns.count) cells, found \(cells.count)")
    }
    for i in [0, 1, 3, 4, 6] where cells[i].isEmpty { throw fault("expected a text", i + 1) }
    guard cells[5] == "abhes" || cells[5] == "other" else { throw fault("expected abhes or other", 6) }
    var accreditation: [ListedAccreditation] = []
    for text in list(cells[7]) {
      guard let span = span(text) else { throw fault("expected days like 2010-12-01..2013-06-28, found '\(text)'", 8) }
      accreditation.append(span)
    }
    var actions: [ListedAction] = []
    for text in list(cells[8]) {
      let parts = text.split(separator: " ").map(String.init)
      guard parts.count == 2, let day = CivilDate(parts[0]), let kind = ListedAction.Kind(rawValue: parts[1]) else {
        throw fault("expected a day and an action, found '\(text)'", 9)
      }
      actions.append(ListedAction(day: day, kind: kind))
    }
    return ListedProgram(
      id: cells[0], school: cells[1], parent: cells[2].isEmpty ? nil : cells[2], address: cells[3], program: cells[4],
      by: cells[5], accreditor: cells[6], accreditation: accreditation, actions: actions)
  }

  private func list(_ cell: String) -> [String] {
    cell.split(separator: ";").map { String($0.first == " " ? $0.dropFirst() : $0) }
  }

  private func span(_ text: String) -> ListedAccreditation? {
    var text = text[...]
    let isEstimated = text.first == "~"
    if isEstimated { text.removeFirst() }
    var review: CivilDate?
    if let at = text.firstRange(of: " review ") {
      guard let day = CivilDate(String(text[at.upperBound...])) else { return nil }
      review = day
      text = text[..<at.lowerBound]
    }
    guard let dots = text.firstRange(of: ".."), let begins = CivilDate(String(text[..<dots.lowerBound])) else {
      return nil
    }
    guard let end = end(String(text[dots.upperBound...]), begins) else { return nil }
    return ListedAccreditation(begins: begins, isEstimated: isEstimated, end: end, review: review)
  }

  private func end(_ text: String, _ begins: CivilDate) -> ListedAccreditation.End? {
    if text.isEmpty { return .open }
    if text == "?" { return .dayMissing }
    let days = text.split(separator: "/").map { CivilDate(String($0)) }
    guard days.count <= 2, let first = days[0], let last = days.last ?? nil, first <= last, begins <= last else {
      return nil
    }
    return .ended(DayInterval(first, last))
  }
}
