import HTML
import Services
import Vocabulary

/// The page of one's own account.
extension MemberVisit {
  func accountPage() async throws -> Reply {
    let person = try person()
    let own = try await OwnAccount(accounts).look(for: person, at: now)
    var places: [AccountPage.Place] = []
    for membership in own.memberships {
      places.append(
        AccountPage.Place(
          organization: membership.organization, name: membership.name,
          role: text(RoleWording.text(membership.role))))
    }
    let value = AccountPage.Value(
      email: own.email.text, isMinor: person.isMinor, isAdministrator: person.isAdministrator,
      isCoach: person.memberships.contains { $0.role == .coach }, hasFactor: own.hasFactor,
      needsFactor: person.factors < 2 && (person.isAdministrator || person.memberships.contains { $0.role.isStaff }),
      places: places, answers: answers.list.count)
    return page(AccountPage(value: value).page(language))
  }
}
