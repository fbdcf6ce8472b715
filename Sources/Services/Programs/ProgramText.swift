public import Vocabulary

/// The list of programs as text for people.
public struct ProgramText {
  private let directory: ProgramDirectory
  private let wording: ProgramWording
  private let language: Language

  public init(_ directory: ProgramDirectory, _ language: Language) {
    self.directory = directory
    self.language = language
    wording = ProgramWording(language)
  }

  /// Programs that were found, two or more lines each.
  public func render(_ programs: [ListedProgram]) -> String {
    let head = Phrase(
      "\(programs.count) of \(directory.programs.count) programs",
      "\(programs.count) de \(directory.programs.count) programas")
    let lines = programs.flatMap { program in
      ["\(program.id)  \(program.school), \(program.place)"]
        + program.accreditation.map { "    \(program.by.uppercased()): \(wording.days($0, directory.vintage))" }
    }
    return ([head[language], ""] + lines + (lines.isEmpty ? [] : [""]) + [wording.notice(directory.source)])
      .joined(separator: "\n")
  }

  /// One program with all that is known of it, and how it stands on a day.
  public func render(_ program: ListedProgram, on day: CivilDate) -> String {
    let timeline = program.timeline(vintage: directory.vintage)
    var lines = ["\(program.school) (\(program.id))", program.address]
    if let parent = program.parent { lines.append(Phrase("Part of \(parent)", "Parte de \(parent)")[language]) }
    lines += ["\(program.program)", "\(program.accreditor) (\(program.by))", ""]
    let standing = wording.words(timeline.value(on: day))
    lines.append("\(DateWording(language).day(day)): \(standing)")
    lines += ["", Phrase("Every day", "Todos los días")[language]]
    lines += timeline.spans(in: .always).map { "  \(wording.days($0.days)): \(wording.words($0.value))" }
    lines += ["", Phrase("As recorded", "Como consta")[language]]
    lines += program.accreditation.map { span in
      "  "
        + [wording.days(span, directory.vintage), wording.review(span, directory.vintage)].compactMap(\.self)
        .joined(separator: "; ")
    }
    lines += program.actions.map { "  " + wording.words($0) }
    return (lines + ["", wording.notice(directory.source)]).joined(separator: "\n")
  }
}
