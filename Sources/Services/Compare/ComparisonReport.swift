import Knowledge
public import Vocabulary

/// A column of the chooser as data.
public struct ComparisonReport: Encodable, Sendable {
  public struct Route: Encodable, Sendable {
    public let name: String
    public let text: String
    public let verdict: String
    public let grade: String
  }

  public struct Cost: Encodable, Sendable {
    public let lowCents: Int
    public let highCents: Int
    public let currency: String
    public let grade: String
  }

  public let credential: String
  public let mark: String
  public let verdict: String
  public let grade: String
  public let metFrom: CivilDate?
  public let closes: CivilDate?
  public let routes: [Route]
  public let toGet: Cost?
  public let tenYearsOfFees: Cost?
  /// Fees to keep it whose amount is not known.
  public let feesNotKnown: [String]
  public let periodMonths: Int?
  public let edition: String
  public let notice: String

  public init(_ comparison: Comparison, edition: String, _ language: Language) {
    func cost(_ cost: Comparison.Cost?) -> Cost? {
      cost.map {
        Cost(lowCents: $0.low.cents, highCents: $0.high.cents, currency: $0.low.currency.rawValue, grade: $0.grade.name)
      }
    }
    credential = comparison.credential.id
    mark = comparison.credential.mark
    verdict = comparison.assessment.finding.verdict.name
    grade = comparison.assessment.finding.grade.name
    metFrom = comparison.metFrom
    closes = comparison.closes?.finite
    routes = comparison.assessment.routes.map {
      Route(name: $0.name, text: $0.text[language], verdict: $0.finding.verdict.name, grade: $0.finding.grade.name)
    }
    toGet = cost(comparison.toGet)
    tenYearsOfFees = cost(comparison.toKeep)
    feesNotKnown = comparison.notKnownToKeep.map { $0[language] }
    periodMonths = comparison.period?.months
    self.edition = edition
    notice = VerdictWording.notice[language]
  }
}
