import Rules
public import Vocabulary

/// What a column of a roster can hold.
public enum RosterField: String, Sendable, Hashable, CaseIterable {
  case name
  case firstName = "first-name"
  case lastName = "last-name"
  case state, start, end, adult, certification
  case certificateNumber = "certificate-number"
  case certifiedOn = "certified"
  case certificationExpires = "certification-expires"
  case blsIssued = "bls-issued"
  case blsExpires = "bls-expires"
  case cprIssued = "cpr-issued"
  case cprExpires = "cpr-expires"
  case license
  case licenseNumber = "license-number"
  case licenseIssued = "license-issued"
  case licenseExpires = "license-expires"
  case flu, tb
  case tbExpires = "tb-expires"
  case hepatitisB = "hepatitis-b"
  case mmr, varicella, tdap
  case covid19 = "covid-19"
  case physical
  case drugScreen = "drug-screen"
  case fitTest = "fit-test"
  case exclusionCheck = "exclusion-check"
  case exclusionClear = "exclusion-clear"
  case backgroundCheck = "background-check"
  case backgroundClear = "background-clear"
  /// Not read.
  case ignore

  /// What a cell holds.
  enum Content { case text, state, certification, license, day, healthDay, flag }

  var content: Content {
    switch self {
    case .name, .firstName, .lastName, .certificateNumber, .licenseNumber, .ignore: .text
    case .state: .state
    case .certification: .certification
    case .license: .license
    case .start, .end, .certifiedOn, .certificationExpires, .blsIssued, .blsExpires, .cprIssued, .cprExpires,
      .licenseIssued, .licenseExpires, .tbExpires, .exclusionCheck, .backgroundCheck:
      .day
    case .flu, .tb, .hepatitisB, .mmr, .varicella, .tdap, .covid19, .physical, .drugScreen, .fitTest: .healthDay
    case .adult, .exclusionClear, .backgroundClear: .flag
    }
  }

  var holdsDays: Bool { content == .day || content == .healthDay }

  /// The kind of health record whose day the column holds.
  var healthType: String? {
    switch self {
    case .flu: "influenza"
    case .tb: "tb-test"
    case .hepatitisB, .mmr, .varicella, .tdap, .covid19, .physical, .drugScreen, .fitTest: rawValue
    default: nil
    }
  }

  /// What it is called where people read it.
  public var title: Phrase {
    switch self {
    case .name: Phrase("Name", "Nombre")
    case .firstName: Phrase("First name", "Nombre de pila")
    case .lastName: Phrase("Last name", "Apellido")
    case .state: Phrase("State of the worksite", "Estado del lugar de trabajo")
    case .start: Phrase("First day of work", "Primer día de trabajo")
    case .end: Phrase("Last day of work", "Último día de trabajo")
    case .adult: Phrase("18 or over", "18 años o más")
    case .certification: Phrase("Certification", "Certificación")
    case .certificateNumber: Phrase("Certificate number", "Número de certificado")
    case .certifiedOn: Phrase("Certified on", "Fecha de certificación")
    case .certificationExpires: Phrase("Certification: last valid day", "Certificación: último día válido")
    case .blsIssued: Phrase("BLS card: issued", "Tarjeta BLS: emitida")
    case .blsExpires: Phrase("BLS card: last valid day", "Tarjeta BLS: último día válido")
    case .cprIssued: Phrase("CPR card: issued", "Tarjeta de RCP: emitida")
    case .cprExpires: Phrase("CPR card: last valid day", "Tarjeta de RCP: último día válido")
    case .license: Phrase("State credential", "Credencial del estado")
    case .licenseNumber: Phrase("Number of the state credential", "Número de la credencial del estado")
    case .licenseIssued: Phrase("State credential: issued", "Credencial del estado: emitida")
    case .licenseExpires: Phrase("State credential: last valid day", "Credencial del estado: último día válido")
    case .flu: Phrase("Flu vaccine", "Vacuna contra la influenza")
    case .tb: Phrase("TB test", "Prueba de tuberculosis")
    case .tbExpires: Phrase("TB test: last valid day", "Prueba de tuberculosis: último día válido")
    case .hepatitisB: Phrase("Hepatitis B", "Hepatitis B")
    case .mmr: Phrase("MMR", "Triple viral")
    case .varicella: Phrase("Chickenpox", "Varicela")
    case .tdap: Phrase("Tdap", "Tdap")
    case .covid19: Phrase("COVID-19", "COVID-19")
    case .physical: Phrase("Physical exam", "Examen físico")
    case .drugScreen: Phrase("Drug screen", "Prueba de drogas")
    case .fitTest: Phrase("Mask fit test", "Prueba de ajuste de mascarilla")
    case .exclusionCheck: Phrase("Exclusion check", "Verificación de exclusiones")
    case .exclusionClear: Phrase("Exclusion check: clear", "Verificación de exclusiones: sin hallazgos")
    case .backgroundCheck: Phrase("Background check", "Verificación de antecedentes")
    case .backgroundClear: Phrase("Background check: clear", "Verificación de antecedentes: sin hallazgos")
    case .ignore: Phrase("Not used", "No se usa")
    }
  }

  /// Words at the head of a column that mean it, in the order of the words of `HeaderWords`.
  var headers: [String] {
    switch self {
    case .name:
      ["name", "full name", "employee", "employee name", "staff name", "candidate", "nombre completo", "empleado"]
    case .firstName: ["first name", "first", "given name", "nombre de pila", "nombres"]
    case .lastName: ["last name", "last", "surname", "family name", "apellido", "apellidos"]
    case .state: ["state", "work state", "worksite state", "site state", "estado", "job state"]
    case .start: ["start", "start date", "assignment start", "first day", "begin date", "inicio", "fecha de inicio"]
    case .end: ["end", "end date", "assignment end", "last day", "fin", "fecha de fin"]
    case .adult: ["adult", "over 18", "18 or over", "age 18", "mayor de edad"]
    case .certification: ["certification", "certification type", "credential", "cert", "cert type", "certificacion"]
    case .certificateNumber:
      ["certificate number", "certification number", "cert number", "cert no", "cert id", "numero de certificado"]
    case .certifiedOn:
      [
        "certified", "certified on", "certification date", "cert date", "date certified", "certification issued",
        "cert issued", "fecha de certificacion",
      ]
    case .certificationExpires:
      [
        "certification expires", "certification expiration", "certification expiry", "cert expires", "cert exp",
        "cert expiration", "cert expiry", "certification exp", "vence certificacion", "certificacion vence",
      ]
    case .blsIssued: ["bls issued", "bls issue date", "bls date", "bls completed", "bls emitida"]
    case .blsExpires:
      ["bls expires", "bls exp", "bls expiration", "bls expiry", "bls", "bls vence", "bls card expires"]
    case .cprIssued: ["cpr issued", "cpr issue date", "cpr date", "rcp emitida"]
    case .cprExpires: ["cpr expires", "cpr exp", "cpr expiration", "cpr expiry", "cpr", "rcp vence"]
    case .license:
      [
        "license", "license type", "state license", "state credential", "state registration", "licencia",
        "licencia del estado",
      ]
    case .licenseNumber: ["license number", "license no", "license id", "state license number", "numero de licencia"]
    case .licenseIssued: ["license issued", "license issue date", "state license issued", "licencia emitida"]
    case .licenseExpires:
      [
        "license expires", "license exp", "license expiration", "license expiry", "state license expires",
        "licencia vence",
      ]
    case .flu:
      ["flu", "flu shot", "flu vaccine", "flu date", "influenza", "influenza vaccine", "gripe", "vacuna de influenza"]
    case .tb:
      ["tb", "tb test", "tb date", "ppd", "tb screening", "quantiferon", "tuberculosis", "prueba de tuberculosis"]
    case .tbExpires: ["tb expires", "tb exp", "tb expiration", "tb due", "tuberculosis vence"]
    case .hepatitisB: ["hepatitis b", "hep b", "hbv", "hepb"]
    case .mmr: ["mmr", "measles mumps rubella", "triple viral"]
    case .varicella: ["varicella", "chickenpox", "varicela"]
    case .tdap: ["tdap", "tetanus"]
    case .covid19: ["covid 19", "covid", "covid19", "covid vaccine", "covid 19 vaccine"]
    case .physical: ["physical", "physical exam", "physical date", "examen fisico"]
    case .drugScreen: ["drug screen", "drug test", "drug screen date", "uds", "prueba de drogas"]
    case .fitTest: ["fit test", "n95 fit test", "mask fit test", "n95"]
    case .exclusionCheck:
      [
        "exclusion check", "oig check", "oig", "oig date", "exclusion check date", "oig sam", "sam check",
        "exclusiones",
      ]
    case .exclusionClear: ["exclusion clear", "oig clear", "exclusion result", "oig result"]
    case .backgroundCheck:
      ["background check", "background", "background date", "background check date", "antecedentes"]
    case .backgroundClear: ["background clear", "background result", "antecedentes sin hallazgos"]
    case .ignore: []
    }
  }
}
