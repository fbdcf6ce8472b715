import Services
import Vocabulary

@testable import Website

extension Fixtures {
  /// Pages of kept roadmaps.
  static func roadmapPages(_ language: Language) -> [(String, Page)] {
    let id = RoadmapID(Array(repeating: 7, count: 16))!
    func say(_ en: String, _ es: String) -> String { Phrase(en, es)[language] }
    let row = RoadmapsPage.Row(
      id: id, name: "CMA (AAMA)",
      text: say(
        "Certified on May 28, 2027 (in 6 months) at the earliest, as planned on Nov 22, 2026.",
        "Con certificación el 28 may 2027 (en 6 meses), como muy pronto, según lo planeado el 22 nov 2026."))
    let steps = [
      KeptRoadmapPage.Step(
        id: "program", title: say("Program", "Programa"),
        chip: Chip(.going, RoadmapWording.status(.underWay)[language]),
        facts: [
          Fact(say("When", "Cuándo"), say("Sep 8, 2026 to Jul 16, 2027", "del 8 sep 2026 al 16 jul 2027")),
          Fact(say("Who sees to it", "Quién se encarga"), say("school", "escuela")),
          Fact(say("Note", "Nota"), "<i>&"),
        ], isGone: false),
      KeptRoadmapPage.Step(
        id: "exam-2", title: say("Exam", "Examen"), chip: Chip(.unknown, RoadmapWording.status(.dropped)[language]),
        facts: [
          Fact(
            say("When", "Cuándo"),
            say("The plan has no such step any more", "El plan ya no tiene este paso"))
        ], isGone: true),
    ]
    let kept = KeptRoadmapPage.Value(
      id: id, credential: cma, name: "CMA (AAMA)",
      summary: say("Certified by Jul 9, 2027 at the earliest.", "Con certificación el 9 jul 2027, como muy pronto."),
      moved: (say("Nov 22, 2026", "22 nov 2026"), [Fact(say("Exam", "Examen"), "2027-05-28 → 2027-07-09")]),
      since: [Fact(say("Certified", "Certificación"), "2027-07-09 → 2027-07-10")], steps: steps,
      foot: [Fact(say("Rules edition", "Edición de las reglas"), "0123456789abcdef")], answers: 11)
    let form = RoadmapStepPage.Value(
      id: id, step: "exam", name: "CMA (AAMA)", title: say("Exam", "Examen"),
      options: [Choice("not-begun", RoadmapWording.status(.notBegun)[language])]
        + [Choice("done", say("Passed", "Aprobado"))],
      dayHint: say("By when it will be done.", "Para cuándo estará hecho."), status: "done",
      day: Entered(answer: "2027-02-31", kind: .day), owner: "<b>school", said: "\"letter\"", note: "&amp;",
      records: [say("program, Nov 20, 2026", "programa, 20 nov 2026")], seen: 12)
    let refusal = RoadmapWording.refusal(.doneAhead)[language]
    return [
      ("roadmaps", RoadmapsPage(rows: [row]).page(language)),
      ("roadmaps-none", RoadmapsPage(rows: []).page(language)),
      ("roadmap-kept", KeptRoadmapPage(value: kept, token: "token").page(language)),
      (
        "roadmap-step",
        RoadmapStepPage(value: form, token: "token", errors: [FormError(field: "month", message: refusal)])
          .page(language)
      ),
      (
        "roadmap-to-keep",
        RoadmapPage(value: roadmap(language), keeping: RoadmapPage.Keeping(token: nil), language: language).page()
      ),
    ]
  }
}
