import Rules
import Vocabulary

/// Tells one person's record, from school to continuing education.
struct LifeStory {
  static let credentials = ["aama/cma", "amt/rma", "nha/ccma", "ncct/ncma"]
  private static let fewest = 12
  private static let most = 60

  private var draw: Draw
  private var evidence = Evidence()
  private var counts: [EvidenceKind: Int] = [:]

  init(seed: UInt64, asOf: CivilDate) { draw = Draw(seed: seed, asOf: asOf) }

  mutating func tell(_ walk: Population.Walk) -> Evidence {
    person()
    switch walk {
    case .student: student()
    case .careerChanger: careerChanger()
    case .supportStaff: supportStaff()
    case .holder: holder()
    }
    if draw.chance(55) { cards() }
    if draw.chance(4) { decision(LifeStory.credentials[draw.number(0..<4)]) }
    fill()
    // Most people answered whether there is more; some lists stay open.
    for kind in EvidenceKind.allCases where kind != .personName && draw.chance(85) {
      evidence.completeThrough[kind] = draw.asOf
    }
    return evidence
  }

  /// No fewer and no more facts than promised.
  private mutating func fill() {
    var months = 1
    while Population.facts(evidence) < LifeStory.fewest {
      add(.document, ["type": .word("attestation"), "date": draw.exact(draw.asOf.adding(months: -months))])
      months += 1
    }
    while Population.facts(evidence) > LifeStory.most, let last = evidence.records.last(where: { $0.kind == .activity })
    {
      evidence.remove(id: last.id)
    }
    while Population.facts(evidence) > LifeStory.most, let last = evidence.records.last { evidence.remove(id: last.id) }
  }

  private mutating func add(_ kind: EvidenceKind, _ values: [String: FactValue]) {
    counts[kind, default: 0] += 1
    evidence.put(
      EvidenceRecord(
        id: "\(kind.rawValue)-\(counts[kind, default: 0])", kind: kind, values: values, grade: draw.grade()))
  }

  // MARK: - Walks

  private mutating func student() {
    diploma(ago: 300..<2500)
    let graduation = draw.day(ago: -400..<200)
    program(graduation, accredited: 75)
    if draw.chance(25) { job(ago: 30..<500, role: "other", ongoing: 60) }
    if graduation < draw.asOf, draw.chance(50) { exams(LifeStory.credentials[draw.number(0..<4)], after: graduation) }
    if draw.chance(20) { application(LifeStory.credentials[draw.number(0..<4)], draw.day(ago: 0..<60)) }
  }

  private mutating func careerChanger() {
    diploma(ago: 3000..<12_000)
    program(draw.day(ago: 700..<6000), accredited: 40)
    for _ in 0..<draw.number(1..<4) {
      job(ago: 400..<4500, role: draw.one(of: ["medical-assistant", "instructor", "other"]), ongoing: 30)
    }
    if draw.chance(30) { exams(LifeStory.credentials[draw.number(0..<4)], after: draw.day(ago: 200..<2000)) }
  }

  private mutating func supportStaff() {
    diploma(ago: 1500..<9000)
    for _ in 0..<draw.number(1..<5) {
      job(
        ago: 200..<4000, role: draw.one(of: ["medical-assistant", "medical-assistant", "medical-office-specialist"]),
        ongoing: 55)
    }
    if draw.chance(25) { program(draw.day(ago: -200..<2500), accredited: 30) }
    if draw.chance(40) {
      add(.document, ["type": .word("employment-verification"), "date": draw.told(draw.day(ago: 1..<200))])
    }
  }

  private mutating func holder() {
    diploma(ago: 3000..<12_000)
    let graduation = draw.day(ago: 900..<5000)
    program(graduation, accredited: 80)
    job(ago: 200..<2500, role: "medical-assistant", ongoing: 80)
    let of = LifeStory.credentials[draw.number(0..<4)]
    var certified = graduation.adding(days: draw.number(20..<400))
    certification(of, certified, by: "examination")
    while certified.adding(months: 60) < draw.asOf, draw.chance(60) {
      certified = certified.adding(months: draw.number(54..<61))
      certification(of, certified, by: "continuing-education")
    }
    education(of, since: certified)
    if of != "aama/cma" {
      for year in 0..<3 where draw.chance(70) {
        add(
          .fee,
          ["of": .word(of), "type": .word("annual"), "date": draw.exact(draw.asOf.adding(days: -200 - 365 * year))])
      }
    }
  }

  // MARK: - Records

  private mutating func person() {
    add(
      .person,
      [
        "age": .word("18-or-over"), "jurisdiction": draw.word(["us-tx", "us-ca", "us-wa", "us-ny", "us-fl"]),
        "aama_member": draw.flag(25),
      ])
  }

  private mutating func diploma(ago: Range<Int>) {
    add(
      .diploma,
      ["type": draw.word(["diploma", "diploma", "ged", "equivalent"]), "earned": draw.told(draw.day(ago: ago))])
  }

  private mutating func program(_ graduation: CivilDate, accredited: Int) {
    let enrolled = graduation.adding(days: -draw.number(240..<760))
    let completed = graduation.adding(days: -draw.number(0..<30))
    var values: [String: FactValue] = [
      "name": .word("Sample College"), "type": draw.word(["school", "school", "school", "military", "apprenticeship"]),
      "subject": .word(draw.chance(92) ? "medical-assisting" : "other"), "level": .word("postsecondary"),
      "award": draw.word(["certificate", "diploma", "associate-degree"]), "enrolled": draw.told(enrolled),
      "coursework_completed": draw.told(completed), "practicum_completed": draw.told(completed),
      "graduated": draw.told(graduation), "academic_hours": draw.amount([480, 540, 560, 600, 720]),
      "practicum_hours": draw.amount([0, 120, 160, 180, 200]),
    ]
    if draw.chance(70) { values["total_hours"] = draw.amount([600, 720, 760, 900]) }
    if draw.chance(60) { values["institution_recognized"] = draw.flag(85) }
    if draw.chance(40) { values["injections"] = draw.amount([0, 10, 30]) }
    if draw.chance(accredited) {
      let begins =
        draw.chance(85)
        ? enrolled.adding(days: -draw.number(0..<4000)) : graduation.adding(days: draw.number(30..<1200))
      values["accreditation"] = .spans([
        .init(
          by: draw.one(of: ["caahep", "abhes"]), begins: DayInterval(begins),
          ends: DayInterval(draw.chance(90) ? .distantFuture : begins.adding(days: 2500)))
      ])
    } else if draw.chance(80) {
      values["accreditation"] = .spans([])
    }
    add(.program, values)
  }

  private mutating func job(ago: Range<Int>, role: String, ongoing: Int) {
    let from = draw.day(ago: ago)
    let until = from.adding(days: draw.number(90..<1800))
    var values: [String: FactValue] = [
      "role": .word(role), "from": draw.told(from),
      "until": until >= draw.asOf || draw.chance(ongoing) ? .never : draw.told(until),
      "hours_per_week": draw.amount([16, 20, 32, 36, 40, 40]),
    ]
    if draw.chance(70) { values["setting"] = draw.word(["outpatient", "outpatient", "other"]) }
    if draw.chance(70) { values["duties"] = draw.word(["clinical", "administrative", "both"]) }
    if draw.chance(40) { values["supervised"] = draw.flag(90) }
    add(.work, values)
  }

  private mutating func application(_ of: String, _ day: CivilDate) {
    add(.application, ["of": .word(of), "date": draw.exact(day)])
  }

  private mutating func exams(_ of: String, after: CivilDate) {
    var day = after
    for _ in 0..<draw.number(1..<5) {
      day = day.adding(days: draw.number(20..<220))
      guard day < draw.asOf else { return }
      add(.attempt, ["of": .word(of), "date": draw.told(day), "result": .word("failed")])
    }
  }

  private mutating func certification(_ of: String, _ day: CivilDate, by: String) {
    guard day <= draw.asOf else { return }
    add(.certification, ["of": .word(of), "date": draw.told(day), "by": .word(by)])
  }

  private mutating func education(_ of: String, since: CivilDate) {
    for _ in 0..<draw.number(0..<7) {
      let day = since.adding(days: draw.number(0..<1900))
      guard day <= draw.asOf else { continue }
      var values: [String: FactValue] = [
        "date": draw.told(day), "amount": draw.amount([1, 2, 5, 10, 15, 20]),
        "category": draw.word(["administrative", "clinical", "general"]), "for": .word(of),
      ]
      if draw.chance(80) { values["approved_by"] = draw.word(["aama", "amt", "nha", "ncct", "other"]) }
      add(.activity, values)
    }
  }

  private mutating func cards() {
    let issued = draw.day(ago: 0..<900)
    add(
      .card,
      [
        "type": draw.word(["cpr", "bls"]), "issued": draw.told(issued),
        "expires": draw.exact(issued.adding(months: 24)),
      ])
  }

  private mutating func decision(_ of: String) {
    add(
      .decision,
      [
        "of": .word(of), "about": .word(of + "/eligibility"), "outcome": draw.word(["approved", "refused", "waived"]),
        "date": draw.exact(draw.day(ago: 0..<700)),
      ])
  }
}
