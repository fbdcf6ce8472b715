public import Foundation
public import Vocabulary

/// Makes a list of programs from the files of an export: all of it, or nothing.
public enum ProgramImport {
  /// A file with the name it is spoken of by.
  public struct Input: Sendable {
    public let name: String
    public let data: Data

    public init(name: String, data: Data) {
      self.name = name
      self.data = data
    }
  }

  /// The list that the files give.
  ///
  /// - Parameters:
  ///   - actions: may be left out; then renewals and the reasons of ends are not known.
  ///   - inUse: the list in use. A newer one is not older than it, and leaves out none of its programs.
  ///   - fewer: whether the new one can leave out some of them.
  ///   - today: no record of something that happened lies after it.
  /// - Throws: `ProgramImportError` with every fault of the first file that has some, and its places.
  public static func read(
    campuses: Input, records: Input, actions: Input? = nil, inUse: ProgramDirectory? = nil, fewer: Bool = false,
    today: CivilDate
  ) throws(ProgramImportError) -> ProgramDirectory {
    var reader = DapipReader(today: today)
    var names: [DapipFile: String] = [.campuses: campuses.name, .records: records.name]
    names[.actions] = actions?.name
    for (file, input) in [(DapipFile.campuses, campuses), (.records, records)]
      + (actions.map { [(.actions, $0)] } ?? [])
    {
      do throws(SheetRefusal) { try reader.read(file, input.data) } catch {
        throw ProgramImportError(file: input.name, error)
      }
    }
    let join = DapipJoin(sheets: reader.sheets)
    func refuse(_ faults: [(file: DapipFile, fault: SheetFault)]) throws(ProgramImportError) {
      guard let first = faults.first else { return }
      let own = faults.filter { $0.file == first.file }.map(\.fault)
      let refusal = SheetRefusal(
        Array(own.prefix(SheetRefusal.limit)), more: max(0, own.count - SheetRefusal.limit))
      throw ProgramImportError(file: names[first.file] ?? first.file.rawValue, refusal)
    }
    try refuse(join.faults)
    let directory = join.directory
    if directory.programs.isEmpty {
      throw ProgramImportError(
        file: records.name,
        SheetRefusal(Phrase("no program for medical assistants in it", "no hay programas de asistente médico")))
    }
    if let inUse {
      try refuse(ProgramSuccession(old: inUse, new: directory, lastRow: reader.sheets.lastRow, fewer: fewer).faults)
    }
    return directory
  }
}

/// Files that are refused whole; nothing was changed.
public struct ProgramImportError: Error, Sendable {
  /// The name of the file.
  public let file: String
  public let refusal: SheetRefusal

  public init(file: String, _ refusal: SheetRefusal) {
    self.file = file
    self.refusal = refusal
  }

  /// One line a fault, with the file, the row and the column; then that nothing was changed.
  public func lines(_ language: Language) -> [String] {
    refusal.lines(language).map { "\(file): \($0)" }
      + [Phrase("Nothing was changed.", "No se cambió nada.")[language]]
  }
}
