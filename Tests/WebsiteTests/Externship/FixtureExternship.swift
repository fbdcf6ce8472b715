import CanonicalJSON
import Rules
import Vocabulary

@testable import Services
@testable import Website

extension Fixtures {
  /// Pages of the externship ledger and of its links.
  static func externshipPages(_ language: Language) -> [(String, Page)] {
    let person = PersonID(Array(repeating: 8, count: 16))!
    let (one, two) = (
      ExternshipDay.ID(Array(repeating: 1, count: 16))!, ExternshipDay.ID(Array(repeating: 2, count: 16))!
    )
    let id = SignOffLink.ID(Array(repeating: 5, count: 16))!
    let letter = ExperienceLetter.ID(Array(repeating: 6, count: 16))!
    let token = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    let moment = Instant(microseconds: 1_795_400_000_000_000)
    func kept(_ draft: LogEntryDraft) -> PersonEntry { PersonEntry(recordedAt: moment, payload: draft.payload) }
    let first = ExternshipDay(
      day: today.adding(days: -3), site: "Lakeside <Clinic>", preceptor: "Ana Ruiz", hours: Quantity(8),
      skills: [.injections: 3, .vitals: 12])
    let other = ExternshipDay(
      day: today.adding(days: -2), site: "Lakeside", preceptor: "Ana Ruiz", hours: Quantity(hundredths: 750))
    let signOff = SignOff(
      link: id, name: "Ana Ruiz", role: "RN", items: [SignOff.Item(one, version: 1)], reference: "ana@example.org")
    let ledger = ExternshipLedger(
      days: [
        kept(ExternshipEntries.day(one, first, of: person)), kept(ExternshipEntries.day(two, first, of: person)),
        kept(ExternshipEntries.day(two, other, of: person)),
      ], answers: [kept(ExternshipEntries.answered(signOff, of: person))],
      letters: [kept(ExternshipEntries.letter(letter, from: "Lakeside", .init(.asked, today), of: person))])
    let link = SignOffLink(id: id, person: person, madeAt: moment, endsAt: moment + .seconds(86_400))
    func words(_ moment: Instant) -> String { DateWording(language).day(moment.utcDay) }
    let minimums = MinimumsPart(columns: [
      .init(title: Phrase("Your program", "Su programa"), asked: [], note: nil),
      .init(
        title: Phrase("Certifying bodies", "Quienes certifican"),
        asked: [
          .init(
            name: "CMA (AAMA)",
            lines: [
              .init(
                amount: Phrase("160 hours", "160 horas")[language], text: nil, grade: .presumed,
                citations: [Citation("AAMA, Eligibility.")])
            ]), .init(name: "CCMA (NHA)", lines: []),
        ], note: "–"),
    ])
    let open = ledger.lines.filter { $0.standing.signature == nil }
    let shown = SignOffs.Shown(
      name: "Maya <b>", lines: open.map { .init(item: SignOff.Item($0.id, version: $0.version), content: $0.content) },
      endsAt: moment)
    let route = MemberRoute.signOff(token)
    let wrong = FormError(field: "hours", message: ExternshipWording.text(.hoursOutOfRange)[language])
    return [
      (
        "externship",
        ExternshipPage(
          ledger: ledger,
          links: [
            .init(link: link, name: "Maya <b>", days: 1, state: .open, looks: [moment]),
            .init(link: link, name: "Maya", days: 1, state: .answered(at: moment), looks: []),
          ], minimums: minimums, isMinor: false, token: "t", words: words
        ).page(language)
      ),
      (
        "externship-none",
        ExternshipPage(
          ledger: ExternshipLedger(days: [], answers: [], letters: []), links: [], minimums: nil, isMinor: true,
          token: "t", words: words
        ).page(language)
      ),
      ("externship-add", ExternshipDayPage(errors: [wrong], token: "t", words: words).page(language)),
      (
        "externship-day",
        ExternshipDayPage(line: open.first, entry: ExternshipEntry(other), token: "t", words: words).page(language)
      ),
      ("externship-link", SignOffLinkPage(lines: open, token: "t").page(language)),
      ("externship-link-none", SignOffLinkPage(lines: [], token: "t").page(language)),
      ("externship-letters", LettersPage(letters: ledger.letters, token: "t").page(language)),
      ("sign-off", SignOffPage(route: route, shown: shown, until: words(moment), token: nil).page(language)),
      (
        "sign-off-answered",
        SignOffPage.answered(
          route, token, at: words(moment), isSigned: true, isReference: true, form: nil, language)
      ),
      ("sign-off-ended", SignOffPage.ended(route, language)),
    ]
  }
}
