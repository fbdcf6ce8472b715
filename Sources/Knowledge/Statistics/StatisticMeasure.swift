public import Vocabulary

/// What a figure measures. The name is the key in packs, files and JSON.
public enum StatisticMeasure: String, Sendable, Hashable, CaseIterable, Codable {
  case employment
  case meanAnnual = "mean_annual"
  case medianAnnual = "median_annual"
  case p10Annual = "p10_annual"
  case p25Annual = "p25_annual"
  case p75Annual = "p75_annual"
  case p90Annual = "p90_annual"
  case meanHourly = "mean_hourly"
  case medianHourly = "median_hourly"
  case p10Hourly = "p10_hourly"
  case p25Hourly = "p25_hourly"
  case p75Hourly = "p75_hourly"
  case p90Hourly = "p90_hourly"
  case employmentError = "employment_error"
  case meanError = "mean_error"
  case jobsAtStart = "jobs_at_start"
  case jobsAtEnd = "jobs_at_end"
  case jobsChange = "jobs_change"
  case growth
  case growthTable = "growth_table"
  case openings
  case exitRate = "exit_rate"
  case transferRate = "transfer_rate"
  case separationRate = "separation_rate"
  case exits
  case transfers
  case separations

  /// In what a figure is counted.
  public enum Unit: String, Sendable, Hashable {
    case jobs
    case jobsPerYear = "jobs per year"
    case dollarsPerYear = "US dollars per year"
    case dollarsPerHour = "US dollars per hour"
    case percent
  }

  public var unit: Unit {
    switch self {
    case .employment, .jobsAtStart, .jobsAtEnd, .jobsChange: .jobs
    case .openings, .exits, .transfers, .separations: .jobsPerYear
    case .meanAnnual, .medianAnnual, .p10Annual, .p25Annual, .p75Annual, .p90Annual: .dollarsPerYear
    case .meanHourly, .medianHourly, .p10Hourly, .p25Hourly, .p75Hourly, .p90Hourly: .dollarsPerHour
    case .employmentError, .meanError, .growth, .growthTable, .exitRate, .transferRate, .separationRate: .percent
    }
  }

  /// Annual wages from the 10th to the 90th percentile: no later one is smaller in one edition and place.
  public static let annualPercentiles: [StatisticMeasure] = [
    .p10Annual, .p25Annual, .medianAnnual, .p75Annual, .p90Annual,
  ]
  public static let hourlyPercentiles: [StatisticMeasure] = [
    .p10Hourly, .p25Hourly, .medianHourly, .p75Hourly, .p90Hourly,
  ]

  public var name: Phrase {
    switch self {
    case .employment: Phrase("Jobs", "Empleos")
    case .meanAnnual: Phrase("Mean, a year", "Media, al año")
    case .medianAnnual: Phrase("Median, a year", "Mediana, al año")
    case .p10Annual: Phrase("10th percentile, a year", "Percentil 10, al año")
    case .p25Annual: Phrase("25th percentile, a year", "Percentil 25, al año")
    case .p75Annual: Phrase("75th percentile, a year", "Percentil 75, al año")
    case .p90Annual: Phrase("90th percentile, a year", "Percentil 90, al año")
    case .meanHourly: Phrase("Mean, an hour", "Media, por hora")
    case .medianHourly: Phrase("Median, an hour", "Mediana, por hora")
    case .p10Hourly: Phrase("10th percentile, an hour", "Percentil 10, por hora")
    case .p25Hourly: Phrase("25th percentile, an hour", "Percentil 25, por hora")
    case .p75Hourly: Phrase("75th percentile, an hour", "Percentil 75, por hora")
    case .p90Hourly: Phrase("90th percentile, an hour", "Percentil 90, por hora")
    case .employmentError: Phrase("Relative standard error of jobs", "Error estándar relativo de los empleos")
    case .meanError: Phrase("Relative standard error of the mean", "Error estándar relativo de la media")
    case .jobsAtStart: Phrase("Jobs in the first year", "Empleos en el primer año")
    case .jobsAtEnd: Phrase("Jobs expected in the last year", "Empleos que se esperan en el último año")
    case .jobsChange: Phrase("Expected change in jobs", "Cambio de empleos que se espera")
    case .growth: Phrase("Expected growth", "Crecimiento que se espera")
    case .growthTable: Phrase("Expected growth, as in the table", "Crecimiento que se espera, según la tabla")
    case .openings: Phrase("Openings a year", "Vacantes al año")
    case .exitRate: Phrase("Leave the labor force, a year", "Dejan de trabajar, al año")
    case .transferRate: Phrase("Change occupation, a year", "Cambian de ocupación, al año")
    case .separationRate: Phrase("Leave the occupation, a year", "Dejan la ocupación, al año")
    case .exits: Phrase("People who leave the labor force, a year", "Personas que dejan de trabajar, al año")
    case .transfers: Phrase("People who change occupation, a year", "Personas que cambian de ocupación, al año")
    case .separations: Phrase("People who leave the occupation, a year", "Personas que dejan la ocupación, al año")
    }
  }
}
