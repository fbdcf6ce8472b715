import Rules
import Services
import Vocabulary

@testable import Website

extension Fixtures {
  /// Pages of coaching: of who coaches, and of who is coached.
  static func coachingPages(_ language: Language) -> [(String, Page)] {
    let organization = Organization.ID(Array(repeating: 1, count: 16))!
    let person = PersonID(Array(repeating: 2, count: 16))!
    let consent = Consent.ID(Array(repeating: 3, count: 16))!
    let who = WhoPart(name: "Maya <b>", email: "maya@example.org", place: "Riverside")
    let (next, waits) = (
      Phrase("BLS card", "Tarjeta de BLS")[language],
      Phrase("Document: a new card", "Documento: una tarjeta nueva")[language]
    )
    let last = Chip(.due, Phrase("Last day Jan 20, 2027", "Último día: 20 de enero de 2027")[language])
    let by = Chip(.review, Phrase("By Dec 4, 2026", "A más tardar el 4 de diciembre de 2026")[language])
    let rows = [
      CoachingPage.Row(
        route: .candidate(organization, person), who: who, next: next, end: last, blockers: [waits, "–"], more: 2,
        owner: "cora@example.org", reply: (Phrase("The school", "La escuela")[language], by)),
      CoachingPage.Row(
        route: .candidate(organization, person),
        who: WhoPart(name: "luis@example.org", email: nil, place: nil), next: next, end: nil, blockers: [], more: 0,
        owner: nil, reply: nil),
    ]
    let value = CandidatePage.Value(
      organization: organization, person: person, who: who, shared: FieldWording.kind(.card)[language],
      next: NextStep(title: next, text: last.text), blockers: [waits],
      reasons: ReasonNode(.due, "–", next, isOpen: true), ahead: [Fact(next, last.text)],
      goals: [("aama/cma", "CMA (AAMA)")], staff: [("a", "cora@example.org")], reply: by, version: 1,
      notes: [("2026-11-22, cora@example.org", "Called <i>the school</i>.")])
    let bare = CandidatePage.Value(
      organization: organization, person: person, who: WhoPart(name: "maya@example.org", email: nil, place: nil),
      shared: FieldWording.kind(.card)[language], next: NextStep(title: next, text: last.text), blockers: [],
      reasons: nil, ahead: [], goals: [], staff: [], reply: nil, version: 0, notes: [])
    var entry = CoachingEntry(CoachingPlan(goal: "aama/cma"))
    entry.note = "MRN 448812"
    let wrong = FormError(field: "note", message: CoachingWording.text(.patient([.recordNumber]))[language])
    let engagement = OwnCoachPage.Engagement(
      consent: consent, name: "Riverside <b>", facts: [Fact(next, "–")], reply: by,
      looks: ["2026-11-22: cora@example.org"])
    let unseen = OwnCoachPage.Engagement(
      consent: consent, name: "Bright", facts: [Fact(next, "–")], reply: nil, looks: [])
    return [
      ("coaching", CoachingPage(rows: rows).page(language)), ("coaching-none", CoachingPage(rows: []).page(language)),
      ("candidate", CandidatePage(value: value, token: "t", entry: entry, errors: [wrong]).page(language)),
      (
        "candidate-bare",
        CandidatePage(value: bare, token: "t", entry: CoachingEntry(CoachingPlan())).page(language)
      ),
      ("own-coach", OwnCoachPage(engagements: [engagement, unseen], token: "t").page(language)),
      ("own-coach-none", OwnCoachPage(engagements: [], token: "t").page(language)),
    ]
  }
}
