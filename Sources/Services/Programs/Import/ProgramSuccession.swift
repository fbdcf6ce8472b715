import Vocabulary

/// Whether one list can follow another: records of accreditation are added to and ended, never taken out. A list that
/// lacks some is most likely cut.
struct ProgramSuccession {
  let old: ProgramDirectory
  let new: ProgramDirectory
  let lastRow: [DapipFile: Int]
  let fewer: Bool

  var faults: [(file: DapipFile, fault: SheetFault)] {
    if new.vintage < old.vintage {
      return [
        (
          .records,
          SheetFault(
            row: lastRow[.records],
            Phrase(
              "these files tell of nothing after \(new.vintage), and the list in use goes through \(old.vintage): they are older, or cut",
              "estos archivos no dicen nada posterior al \(new.vintage) y la lista en uso llega al \(old.vintage): son más viejos o están cortados"
            ))
        )
      ]
    }
    return fewer ? [] : old.programs.compactMap(fault)
  }

  private func fault(_ program: ListedProgram) -> (file: DapipFile, fault: SheetFault)? {
    let found = new.program(program.id)
    if (found?.accreditation.count ?? 0) < program.accreditation.count {
      return (
        .records, end(.records, Phrase("a record of \(program.school)", "un registro de \(program.school)"), program)
      )
    }
    let actions = found?.actions ?? []
    guard lastRow[.actions] != nil, program.actions.contains(where: { !actions.contains($0) }) else { return nil }
    return (
      .actions, end(.actions, Phrase("an action on \(program.school)", "una acción sobre \(program.school)"), program)
    )
  }

  private func end(_ file: DapipFile, _ what: Phrase, _ program: ListedProgram) -> SheetFault {
    SheetFault(
      row: (lastRow[file] ?? 0) + 1, column: 1, header: "DapipId",
      Phrase(
        "the file ends without \(what.en) (\(program.id)), which the list in use has: it is cut; --fewer takes it all the same",
        "el archivo termina sin \(what.es) (\(program.id)), que está en la lista en uso: está cortado; con --fewer se toma igualmente"
      ))
  }
}
