import Knowledge
import Rules
import Services
import Vocabulary

extension LiveService {
  public func verifying(_ members: Members) -> LiveVerification? {
    LiveVerification(
      live: self,
      checks: SourceChecks(members.accounts, evidence: members.evidence, base: base, policy: members.checkPolicy),
      proofs: ProofLinks(members.accounts, evidence: members.evidence, base: base, policy: members.checkPolicy))
  }
}

/// What issuers say of records, by the rules of a service, as pages show it.
public struct LiveVerification: Sendable {
  let live: LiveService
  let checks: SourceChecks
  let proofs: ProofLinks

  /// The list of what is to be checked.
  func list(
    _ items: [SourceChecks.Item], _ organization: Organization, _ language: Language, today: CivilDate
  ) -> ChecksPage.Value {
    ChecksPage.Value(
      organization: organization.id, policy: policy(organization)[language],
      rows: items.map { item in
        ChecksPage.Row(
          person: item.person, record: item.place.record, who: item.email?.text ?? "", what: what(item, language),
          chip: chip(item.standing, language), due: due(item, language, today), isDue: item.isDue(on: today))
      })
  }

  /// One record to check.
  func form(
    _ item: SourceChecks.Item, _ organization: Organization, _ language: Language, today: CivilDate
  ) -> CheckPage.Value {
    CheckPage.Value(
      organization: organization.id, person: item.person, record: item.place.record, seen: item.place.sequence,
      who: item.email?.text ?? "", what: what(item, language), facts: facts(item, language) + names(item, language),
      issuer: issuer(item.issuer, language, today: today), isIssuerKnown: item.issuer.name != nil,
      chip: chip(item.standing, language), last: item.standing.check.map { said($0, language) },
      policy: policy(organization)[language])
  }

  private func policy(_ organization: Organization) -> Phrase {
    CheckWording.policy(checks.policy(of: organization), isOwn: organization.checkPolicy != nil)
  }

  /// One's own record.
  func own(_ own: SourceChecks.Own, _ language: Language, today: CivilDate) -> VerificationPage.Value {
    VerificationPage.Value(
      policy: CheckWording.policy(checks.policy)[language],
      items: own.items.map { item in
        VerificationPage.Item(
          what: what(item, language), chip: chip(item.standing, language), due: due(item, language, today),
          issuer: issuer(item.issuer, language, today: today))
      },
      checks: own.checks.map { kept in
        let who = own.organizations[kept.check.by.organization]
        let kind = FieldWording.kind(kept.check.kind)[language]
        return VerificationPage.Check(
          title: who.map { "\(kind), \($0)" } ?? kind, text: said(kept, language))
      })
  }

  // MARK: - Words

  func what(_ item: SourceChecks.Item, _ language: Language) -> String {
    let kind = FieldWording.kind(item.record.kind)[language]
    return item.issuer.subject.map { "\(kind): \($0[language])" } ?? kind
  }

  func chip(_ standing: CheckStanding, _ language: Language) -> Chip {
    let sign: Sign =
      switch standing {
      case .holds: .met
      case .unchecked: .unknown
      case .changedSince, .inPart, .tooOld: .due
      case .differs: .conflict
      }
    return Chip(sign, CheckWording.text(standing)[language])
  }

  private func due(_ item: SourceChecks.Item, _ language: Language, _ today: CivilDate) -> String {
    let day = DateWording(language, asOf: today).dayWithDistance(item.due)
    return item.isDue(on: today)
      ? Phrase("Due since \(day)", "Pendiente desde el \(day)")[language]
      : Phrase("Due again on \(day)", "Pendiente otra vez el \(day)")[language]
  }

  private func facts(_ item: SourceChecks.Item, _ language: Language) -> [Fact] {
    item.record.kind.fields.compactMap { field in
      let value = item.record.values[field.slot]
      guard value != .unknown else { return nil }
      return Fact(FieldWording.field(field)[language], FieldWording.value(value, language))
    }
  }

  /// With which names the source can be asked.
  private func names(_ item: SourceChecks.Item, _ language: Language) -> [Fact] {
    let title = Phrase("Names of this person", "Nombres de esta persona")[language]
    guard let names = item.names else {
      return [Fact(title, Phrase("not shared with you", "no se comparten con usted")[language])]
    }
    let none = Phrase("none in the record", "ninguno en el expediente")[language]
    let all = names.map { CheckWording.text($0, language) }.joined(separator: "; ")
    return [Fact(title, all.isEmpty ? none : all)]
  }

  func issuer(_ issuer: RecordIssuer, _ language: Language, today: CivilDate) -> IssuerPart {
    let wording = LiveWording(language, asOf: today)
    return IssuerPart(
      name: issuer.name?[language], page: issuer.page,
      lookUp: issuer.lookUp.map { ($0.address, $0.citation.map { wording.citation($0) }) },
      hints: issuer.hints.map { ($0.text[language], $0.citation.map { wording.citation($0) }) })
  }

  /// What a check says: how, when, what.
  func said(_ kept: KeptCheck, _ language: Language) -> String {
    let dates = DateWording(language)
    let check = kept.check
    let how = CheckWording.text(check.method)[language]
    let (stated, noted) = (dates.day(check.stated), "\(dates.day(kept.observed.utcDay)), \(kept.observed.utcTime)")
    let words = Phrase(
      "\(check.source), by \(how), on \(stated) (noted \(noted)).",
      "\(check.source), por \(how), el \(stated) (anotado el \(noted)).")[language]
    let file = check.evidence.map { Phrase(" Kept file: SHA-256 \($0).", " Archivo: SHA-256 \($0).")[language] } ?? ""
    let name = check.name.map { Phrase(" Name shown: \($0).", " Nombre que muestra: \($0).")[language] } ?? ""
    return CheckWording.text(check.answer, language) + " " + words + name + file
  }
}
