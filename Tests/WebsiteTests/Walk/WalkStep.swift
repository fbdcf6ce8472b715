import Rules
import Services
import Testing

@testable import Website

/// One line of the table.
struct WalkStep: Sendable, CustomTestStringConvertible {
  let method: String
  /// With marks in braces.
  let address: String
  let fields: String
  /// By column, within ten minutes and later.
  let answers: [Walker: (recent: String, later: String)]

  var testDescription: String { "\(method) \(address) \(fields)" }

  static let all = WalkTable.text.split(separator: "\n").map { WalkStep(String($0)) }

  init(_ line: String) {
    let parts = line.split(separator: "|").map { trimmed(String($0)) }
    let asked = parts[0].split(separator: " ").map(String.init)
    (method, address, fields) = (asked[0], asked[1], asked.count > 2 ? asked[2] : "")
    let words = parts[1].split(separator: " ").map { word -> (recent: String, later: String) in
      let both = word.split(separator: "/").map(String.init)
      return (both[0], both[both.count - 1])
    }
    precondition([1, WalkTable.columns.count].contains(words.count), line)
    answers = Dictionary(
      uniqueKeysWithValues: WalkTable.columns.enumerated().map { ($1, words.count == 1 ? words[0] : words[$0]) })
  }

  /// Where staff get different answers, the one behind the plus is for those whose role it is to ask issuers.
  func expected(_ person: WalkPerson, isRecent: Bool) -> String {
    let word = answers[person.walker].map { isRecent ? $0.recent : $0.later } ?? ""
    // The one behind the caret is for those whose role it is to coach.
    let coach = word.split(separator: "^").map(String.init)
    if coach.count == 2 { return person.role == .coach ? coach[1] : coach[0] }
    let both = word.split(separator: "+").map(String.init)
    guard both.count == 2 else { return word }
    return [.coordinator, .verifier].contains(person.role) ? both[1] : both[0]
  }

  /// Whether somebody who gets this answer has changed something.
  static func changes(_ method: String, _ answer: String) -> Bool {
    ["POST", "PATCH"].contains(method)
      && !["sign-in", "again", "refused", "missing", "wrong", "unread", "ended", "conflict"].contains(answer)
  }

  /// The text of an address or of fields for somebody.
  func filled(_ text: String, for person: WalkPerson, in world: WalkWorld) -> String {
    var marks = world.marks
    marks["own"] = person.organization.text
    marks["own-victim"] = world.victims[person.organization]?.text
    marks["own-invitation"] = world.invitations[person.organization]?.text
    let other = marks["other"].flatMap(Organization.ID.init(text:))
    marks["other-victim"] = other.flatMap { world.victims[$0]?.text }
    marks["other-invitation"] = other.flatMap { world.invitations[$0]?.text }
    marks["account"] = person.account.text
    marks["role"] = person.role.rawValue
    return marks.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  /// An answer as the table says it.
  static func word(_ reply: Reply) -> String {
    switch reply.status {
    case 200: text(reply).contains("id=\"members\"") ? "list" : "page"
    case 303:
      switch reply["Location"]?.prefix(while: { $0 != "?" }) {
      case "/sign-in": reply["Set-Cookie"]?.contains("fob-device") == true ? "done" : "sign-in"
      case "/account/again": "again"
      default: "done"
      }
    case 201: "begun"
    case 204: "told"
    case 401: "nobody's"
    case 403: "refused"
    case 404: "missing"
    case 405: "wrong"
    case 409: "conflict"
    case 410: "ended"
    case 422: "unread"
    default: String(reply.status)
    }
  }
}

/// Every kind of address there is. Whoever adds a route adds it here, since nothing compiles before, and to the table, since
/// the test fails before.
enum WalkedRoute {
  static func sample(_ route: Route) -> [String] {
    switch route {
    case .start, .question, .answers, .answersRemoval, .keptAnswers, .chooser, .roadmap, .calendar, .reason, .states,
      .state, .stateTask, .stateComparison, .move, .roster, .worth, .programs, .program, .programPick,
      .programRemoval, .print, .howWeKnow, .words, .live, .ready, .metrics, .robots, .securityText, .duties,
      .explainers, .explainer, .search, .feed, .asset:
      ["GET"]
    case .api: ["GET"]
    case .member(let route): sample(route)
    }
  }

  /// The methods that the table has to have for it.
  static func sample(_ route: MemberRoute) -> [String] {
    switch route {
    case .signUp, .signUpFinish, .signIn, .secondStep, .signInByMail, .mailed, .signOut, .forgotten, .reset,
      .invitation, .guardian, .guardianWithdrawal, .emailConfirmation, .account, .again, .email, .password,
      .factorSetup,
      .factorOn, .factorOff, .recoveryCodes, .verification, .verificationEnd, .verify, .check, .sessionEnd, .sharing,
      .sharingEnd, .ownGuardian, .deletion,
      .organization, .invite, .inviteEnd, .memberEnd, .permissions, .paper, .administration, .organizationNew,
      .administratorInvite, .administratorInviteEnd, .accounts, .administered, .roadmaps, .roadmap, .roadmapStep,
      .roadmapRemoval, .roadmapAnswers, .wallet, .papers, .paperNew, .ownPaper, .paperPart, .paperPlace, .paperRemoval,
      .uploads, .pages,
      .education, .courses, .reminders, .reminderFeed, .reminderFeedEnd, .reminderChannels, .hook, .hookEnd,
      .checkDays,
      .externship, .coaching, .signOff, .signOffReference:
      ["GET", "POST"]
    case .upload: ["GET", "POST", "PATCH"]
    case .factor, .sessions, .checks: ["GET"]
    case .administer: ["POST"]
    }
  }

  /// One of each: `RouteTests.routes`, and these.
  static let members: [MemberRoute] = {
    let token = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    guard let place = Organization.ID(text: "AAAAAAAAAAAAAAAAAAAAAA"), let account = Account.ID(text: place.text),
      let roadmap = RoadmapID(text: place.text), let person = PersonID(text: place.text),
      let record = RecordID(text: place.text), let paper = PaperID(text: place.text),
      let upload = UploadID(text: place.text), let day = ExternshipDay.ID(text: place.text),
      let letter = ExperienceLetter.ID(text: place.text)
    else {
      return []
    }
    return [
      .signUp, .signUpFinish(token), .signIn, .secondStep, .signInByMail(token), .mailed, .signOut, .forgotten,
      .reset(token), .emailConfirmation(token), .invitation(token), .guardian(token), .guardianWithdrawal(token),
      .account, .again(.account), .email, .password, .factor, .factorSetup, .factorOn, .factorOff, .recoveryCodes,
      .sessions, .sessionEnd, .sharing, .sharingEnd, .ownGuardian, .deletion, .organization(place), .invite(place),
      .inviteEnd(place), .memberEnd(place), .permissions(place), .paper(place), .administration, .organizationNew,
      .administratorInvite, .administratorInviteEnd, .accounts(after: nil), .accounts(after: account),
      .administered(account), .roadmaps, .roadmap(roadmap), .roadmapStep(roadmap, "exam-2"), .roadmapRemoval(roadmap),
      .roadmapAnswers(roadmap), .wallet(.record(.record)), .wallet(.record(.health)), .wallet(.add(.attempt)),
      .wallet(.add(.health)), .wallet(.item(.record, record)), .wallet(.item(.health, record)),
      .wallet(.withdrawal(.record, record)), .wallet(.complete(.attempt)), .wallet(.complete(.screening)),
      .education, .courses, .verification, .verificationEnd, .verify(token, through: nil),
      .verify(token, through: Fixtures.today), .checks(place), .check(place, person, record),
      .externship(.ledger), .externship(.add), .externship(.day(day)), .externship(.removal(day)), .externship(.links),
      .externship(.linkEnd), .externship(.letters), .externship(.letter(letter)), .externship(.file), .signOff(token),
      .signOffReference(token),
      .coaching(.list), .coaching(.candidate(place, person)), .coaching(.note(place, person)),
      .coaching(.plan(place, person)), .coaching(.own), .coaching(.end), .coaching(.file),
      .papers, .paperNew, .ownPaper(paper), .paperPart(paper, .content),
      .paperPart(paper, .preview), .paperPlace(paper), .paperRemoval(paper), .uploads, .upload(upload),
      .pages(paper, .page), .pages(paper, .order), .pages(paper, .paper), .pages(paper, .removal),
      .pages(paper, .preview(upload)),
      .reminders, .reminderFeed, .reminderFeedEnd, .reminderChannels, .hook(place), .hookEnd(place), .checkDays(place),
      .wallet(.status(WalletDay())), .wallet(.clocks), .wallet(.lookEnd),
      .wallet(.whatIf(WhatIfEntry())),
      .wallet(.whatIf(WhatIfEntry(kind: "add", credential: "amt/rma", day: "2027-03-01"))),
      .wallet(.status(WalletDay(on: Fixtures.today, known: Fixtures.today))),
      .wallet(.reason(Fixtures.cma, rule: "current", WalletDay(on: Fixtures.today))), .wallet(.exporting),
      .wallet(.importing(.record)), .wallet(.importing(.health)), .wallet(.archive), .wallet(.archiveReturn),
    ] + MemberRoute.Act.allCases.map { .administer(account, $0) }
      + [.again(.email), .again(.organization(place)), .again(.administered(account))]
  }()
}
