import Rules
import Services
import Vocabulary

@testable import Website

extension Fixtures {
  /// Pages of checks with issuers and of links.
  static func verificationPages(_ language: Language) -> [(String, Page)] {
    let token = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    let place = Organization.ID(Array(repeating: 7, count: 16))!
    let person = PersonID(Array(repeating: 8, count: 16))!
    let record = RecordID(Array(repeating: 9, count: 16))!
    func say(_ en: String, _ es: String) -> String { Phrase(en, es)[language] }
    let issuer = IssuerPart(
      name: "American Association of Medical Assistants (AAMA)", page: "https://www.aama-ntl.org/cma-aama-exam",
      lookUp: ("https://issuer.example.org/look-up", nil), hints: [(say("Public record", "Registro público"), nil)])
    let unknown = IssuerPart(name: nil, page: nil, hints: [])
    let policy = CheckWording.policy(.standard)[language]
    let chip = Chip(.unknown, CheckWording.text(.unchecked)[language])
    let rows = [
      ChecksPage.Row(
        person: person, record: record, who: "maya@example.org",
        what: say("certification: CMA (AAMA)", "certificación: CMA (AAMA)"), chip: chip,
        due: say("Due since Nov 3, 2026 (3 weeks ago)", "Pendiente desde el 3 nov 2026 (hace 3 semanas)"), isDue: true),
      ChecksPage.Row(
        person: person, record: record, who: "maya@example.org", what: say("CPR or BLS card", "tarjeta de RCP o BLS"),
        chip: Chip(.met, say("Checked with the issuer", "Comprobado con quien la emite")),
        due: say("Due again on Dec 3, 2026", "Pendiente otra vez el 3 dic 2026"), isDue: false),
    ]
    let check = CheckPage.Value(
      organization: place, person: person, record: record, seen: 7, who: "maya@example.org",
      what: say("certification: CMA (AAMA)", "certificación: CMA (AAMA)"),
      facts: [Fact(say("day certified", "fecha de certificación"), say("Aug 14, 2026", "14 ago 2026"))], issuer: issuer,
      isIssuerKnown: true, chip: chip, last: nil, policy: policy)
    let none = LinksPart(value: LinksPart.Value(rows: [], credentials: [], refused: "–"), token: "t")
    let links = LinksPart(
      value: LinksPart.Value(
        rows: [
          LinksPart.Row(
            id: ProofLink.ID(Array(repeating: 5, count: 16))!, title: "Maya <b>, CMA (AAMA)",
            state: say("Open until Dec 22, 2026.", "Abierto hasta: 22 dic 2026."), isOpen: true,
            looks: [say("Nov 22, 2026, 14:05 UTC", "22 nov 2026, 14:05 UTC")])
        ], credentials: [("aama/cma", "CMA (AAMA)")], refused: nil), token: "t")
    return [
      ("checks", ChecksPage(value: ChecksPage.Value(organization: place, policy: policy, rows: rows)).page(language)),
      (
        "checks-none", ChecksPage(value: ChecksPage.Value(organization: place, policy: policy, rows: [])).page(language)
      ),
      (
        "check",
        CheckPage(
          value: check, token: "t",
          errors: [FormError(field: "month", message: CheckWording.text(.noDay)[language])]
        ).page(language)
      ),
      (
        "verification",
        VerificationPage(
          value: VerificationPage.Value(
            policy: policy,
            items: [
              VerificationPage.Item(
                what: rows[0].what, chip: chip, due: rows[0].due, issuer: issuer)
            ],
            checks: [
              VerificationPage.Check(
                title: "Lakeside", text: say("The issuer confirms it.", "Quien la emite lo confirma."))
            ]),
          links: links
        ).page(language)
      ),
      (
        "verification-none",
        VerificationPage(value: VerificationPage.Value(policy: policy, items: [], checks: []), links: none).page(
          language)
      ),
      ("verify", verifyPage(token, say, policy, issuer, .met, language)),
      ("verify-not-checked", verifyPage(token, say, policy, unknown, .unknown, language)),
      ("verify-ended", VerifyPage.ended(.verify(token, through: nil), isRevoked: true, language)),
      (
        "link-made",
        LinkMadePage(
          address: "https://fobwatch.example.org/verify/\(token)",
          until: say("It is open until Dec 22, 2026.", "Está abierto hasta: 22 dic 2026.")
        ).page(language)
      ),
    ]
  }

  private static func verifyPage(
    _ token: String, _ say: (String, String) -> String, _ policy: String, _ issuer: IssuerPart, _ sign: Sign,
    _ language: Language
  ) -> Page {
    let isYes = sign == .met
    let line = VerifyPage.Line(
      sign: sign,
      word: isYes
        ? say("Yes, certified through Feb 28, 2027", "Sí, con certificación hasta el 28 feb 2027")
        : say("Not checked with the issuer", "Sin comprobar con quien la emite"),
      text: "CMA (AAMA).",
      known: [
        (
          say("Checked with the issuer", "Comprobado con quien la emite"),
          say("Asked on Nov 3, 2026 (3 weeks ago).", "Consultado el 3 nov 2026 (hace 3 semanas).")
        ), (say("How long a check counts", "Cuánto cuenta una comprobación"), policy),
      ], issuer: issuer)
    return VerifyPage(
      route: .verify(token, through: isYes ? CivilDate(year: 2027, month: 2, day: 28) : nil),
      value: VerifyPage.Value(
        name: "Maya <Sample>", letters: isYes ? ["CMA (AAMA)"] : [], lines: [line],
        looked: say("Looked at on Nov 22, 2026, 14:05 UTC.", "Consultado el 22 nov 2026, 14:05 UTC."),
        until: say("The link is open until Dec 22, 2026.", "El enlace está abierto hasta: 22 dic 2026."))
    ).page(language)
  }
}
