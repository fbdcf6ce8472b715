public import Rules
public import Vocabulary

/// Names of kinds, fields and words in both languages. Exhaustive by test: every field has a name.
public enum FieldWording {
  public static func kind(_ kind: EvidenceKind) -> Phrase {
    switch kind {
    case .person: Phrase("person", "persona")
    case .diploma: Phrase("diploma or GED", "diploma o GED")
    case .program: Phrase("program", "programa")
    case .work: Phrase("work", "trabajo")
    case .application: Phrase("application", "solicitud")
    case .attempt: Phrase("exam attempt", "intento de examen")
    case .certification: Phrase("certification", "certificación")
    case .activity: Phrase("continuing education", "educación continua")
    case .fee: Phrase("fee paid", "cuota pagada")
    case .card: Phrase("CPR or BLS card", "tarjeta de RCP o BLS")
    case .document: Phrase("document", "documento")
    case .decision: Phrase("decision of the body", "decisión del organismo")
    case .license: Phrase("state credential", "credencial del estado")
    case .training: Phrase("training in a task", "capacitación en una tarea")
    case .health: Phrase("health record", "registro de salud")
    case .screening: Phrase("screening", "verificación")
    case .personName: Phrase("name", "nombre")
    }
  }

  private static let fields: [String: Phrase] = [
    "person.age": Phrase("age band", "edad"), "person.jurisdiction": Phrase("state", "estado"),
    "person.aama_member": Phrase("AAMA member", "miembro de AAMA"),
    "diploma.type": Phrase("kind of diploma", "tipo de diploma"),
    "diploma.earned": Phrase("day earned", "fecha de obtención"),
    "program.name": Phrase("name of the program", "nombre del programa"),
    "program.type": Phrase("kind of program", "tipo de programa"),
    "program.subject": Phrase("subject", "materia"), "program.level": Phrase("level", "nivel"),
    "program.award": Phrase("award", "título"), "program.enrolled": Phrase("first day", "primer día"),
    "program.coursework_completed": Phrase("classes finished", "fin de las clases"),
    "program.practicum_completed": Phrase("practicum finished", "fin de la práctica"),
    "program.graduated": Phrase("graduation day", "fecha de graduación"),
    "program.academic_hours": Phrase("classroom hours", "horas de clase"),
    "program.practicum_hours": Phrase("practicum hours", "horas de práctica"),
    "program.total_hours": Phrase("hours in all", "horas en total"),
    "program.semesters": Phrase("semesters", "semestres"),
    "program.practicum_setting": Phrase("practicum setting", "lugar de la práctica"),
    "program.accreditation": Phrase("accreditation of the program", "acreditación del programa"),
    "program.institution_recognized": Phrase("accreditation of the school", "acreditación de la escuela"),
    "program.recognized_by": Phrase("recognized by", "reconocido por"),
    "program.curriculum_sciences": Phrase("science classes", "clases de ciencias"),
    "program.curriculum_injections": Phrase("injection classes", "clases de inyecciones"),
    "program.curriculum_phlebotomy": Phrase("phlebotomy classes", "clases de flebotomía"),
    "program.injections": Phrase("injections done", "inyecciones hechas"),
    "program.phlebotomies": Phrase("blood draws done", "extracciones de sangre hechas"),
    "program.competencies_met": Phrase("skills on the list met", "habilidades de la lista cumplidas"),
    "work.employer": Phrase("employer", "empleador"), "work.role": Phrase("role", "puesto"),
    "work.from": Phrase("first day of work", "primer día de trabajo"),
    "work.until": Phrase("last day of work", "último día de trabajo"),
    "work.hours_per_week": Phrase("hours a week", "horas por semana"), "work.setting": Phrase("setting", "lugar"),
    "work.duties": Phrase("duties", "área de trabajo"), "work.supervised": Phrase("supervised", "con supervisión"),
    "work.accredited_program": Phrase("taught in an accredited program", "enseñó en un programa acreditado"),
    "work.instruction_course": Phrase("course in teaching", "curso de enseñanza"),
    "application.of": Phrase("credential", "credencial"),
    "application.date": Phrase("day of applying", "fecha de la solicitud"),
    "attempt.of": Phrase("exam", "examen"), "attempt.date": Phrase("exam day", "fecha del examen"),
    "attempt.result": Phrase("result", "resultado"), "certification.of": Phrase("credential", "credencial"),
    "certification.date": Phrase("day certified", "fecha de certificación"),
    "certification.by": Phrase("earned by", "obtenida por"),
    "certification.expires": Phrase("expiry day on the certificate", "fecha de vencimiento en el certificado"),
    "certification.revoked": Phrase("day revoked", "fecha de revocación"),
    "activity.title": Phrase("title", "título"), "activity.date": Phrase("day", "fecha"),
    "activity.amount": Phrase("points", "puntos"),
    "activity.category": Phrase("area", "área"), "activity.approved_by": Phrase("approved by", "aprobado por"),
    "activity.for": Phrase("counts for", "cuenta para"), "fee.of": Phrase("credential", "credencial"),
    "fee.date": Phrase("day paid", "fecha de pago"), "fee.type": Phrase("kind of fee", "tipo de cuota"),
    "card.type": Phrase("kind of card", "tipo de tarjeta"), "card.issued": Phrase("issued", "emitida"),
    "card.expires": Phrase("expires", "vence"), "document.type": Phrase("kind of document", "tipo de documento"),
    "document.date": Phrase("day", "fecha"), "document.of": Phrase("for", "para"),
    "decision.of": Phrase("credential", "credencial"), "decision.about": Phrase("about", "sobre"),
    "decision.outcome": Phrase("outcome", "resultado"), "decision.date": Phrase("day", "fecha"),
    "license.of": Phrase("state credential", "credencial del estado"), "license.issued": Phrase("issued", "emitida"),
    "license.expires": Phrase("last valid day", "último día válido"),
    "training.for": Phrase("tasks trained in", "tareas de la capacitación"),
    "training.completed": Phrase("day training ended", "fin de la capacitación"),
    "training.hours": Phrase("training hours", "horas de capacitación"),
    "training.intramuscular": Phrase("injections into muscle done", "inyecciones intramusculares hechas"),
    "training.subcutaneous": Phrase("injections under the skin done", "inyecciones subcutáneas hechas"),
    "training.intradermal": Phrase("injections into the skin done", "inyecciones intradérmicas hechas"),
    "training.skin_tests": Phrase("skin tests done", "pruebas cutáneas hechas"),
    "training.venipunctures": Phrase("blood draws done", "extracciones de sangre hechas"),
    "training.skin_punctures": Phrase("finger or heel sticks done", "punciones de dedo o talón hechas"),
    "training.by": Phrase("trained by", "capacitación dada por"),
    "training.certificate": Phrase("training certificate", "certificado de la capacitación"),
    "health.type": Phrase("kind of health record", "tipo de registro de salud"),
    "health.date": Phrase("day given or done", "día en que se hizo"),
    "health.expires": Phrase("last valid day", "último día válido"),
    "health.outcome": Phrase("outcome", "resultado"),
    "screening.type": Phrase("kind of screening", "tipo de verificación"),
    "screening.date": Phrase("day of the screening", "día de la verificación"),
    "screening.clear": Phrase("nothing found", "sin hallazgos"),
    "person-name.name": Phrase("name, in full", "nombre completo"),
    "person-name.type": Phrase("kind of name", "clase de nombre"),
    "person-name.from": Phrase("used from", "en uso desde"), "person-name.until": Phrase("used until", "en uso hasta"),
  ]

  public static func field(_ field: Field) -> Phrase { fields[field.path] ?? Phrase(field.name, field.name) }

  private static let words: [String: Phrase] = [
    "under-13": Phrase("under 13", "menor de 13"), "13-to-17": Phrase("13 to 17", "de 13 a 17"),
    "18-or-over": Phrase("18 or over", "18 o más"), "diploma": Phrase("diploma", "diploma"),
    "ged": Phrase("GED", "GED"),
    "equivalent": Phrase("equivalent", "equivalente"),
    "foreign-evaluated": Phrase("foreign, evaluated", "extranjero, evaluado"),
    "school": Phrase("school", "escuela"), "apprenticeship": Phrase("apprenticeship", "aprendizaje"),
    "workforce": Phrase("employer program", "programa del empleador"), "military": Phrase("military", "militar"),
    "medical-assisting": Phrase("medical assisting", "asistencia médica"),
    "medical-office-administration": Phrase("medical office administration", "administración de consultorio médico"),
    "other": Phrase("other", "otro"), "postsecondary": Phrase("after high school", "después de la escuela secundaria"),
    "high-school": Phrase("high school", "escuela secundaria"), "certificate": Phrase("certificate", "certificado"),
    "associate-degree": Phrase("associate degree", "título asociado"),
    "bachelor-degree": Phrase("bachelor's degree", "licenciatura"),
    "none": Phrase("none", "ninguno"), "outpatient": Phrase("outpatient", "ambulatorio"),
    "caahep": Phrase("CAAHEP", "CAAHEP"),
    "abhes": Phrase("ABHES", "ABHES"), "amt": Phrase("AMT", "AMT"), "ncct": Phrase("NCCT", "NCCT"),
    "aama": Phrase("AAMA", "AAMA"),
    "nha": Phrase("NHA", "NHA"), "state": Phrase("the state", "el estado"),
    "medical-assistant": Phrase("medical assistant", "asistente médico"),
    "instructor": Phrase("instructor", "instructor"),
    "medical-office-specialist": Phrase("medical office specialist", "especialista de consultorio médico"),
    "clinical": Phrase("clinical", "clínica"), "administrative": Phrase("administrative", "administrativa"),
    "general": Phrase("general", "general"), "both": Phrase("clinical and administrative", "clínica y administrativa"),
    "passed": Phrase("passed", "aprobado"), "failed": Phrase("not passed", "no aprobado"),
    "examination": Phrase("exam", "examen"),
    "continuing-education": Phrase("continuing education", "educación continua"),
    "conversion": Phrase("conversion", "conversión"), "annual": Phrase("annual", "anual"),
    "renewal": Phrase("renewal", "renovación"),
    "reactivation": Phrase("reactivation", "reactivación"), "cpr": Phrase("CPR", "RCP"), "bls": Phrase("BLS", "BLS"),
    "official-transcript": Phrase("official transcript", "expediente académico oficial"),
    "unofficial-transcript": Phrase("unofficial transcript", "expediente académico no oficial"),
    "attestation": Phrase("signed attestation", "declaración firmada"),
    "completion-verified": Phrase("completion verified by the director", "finalización verificada por el director"),
    "diploma-copy": Phrase("copy of the diploma", "copia del diploma"),
    "employment-verification": Phrase("employment verification", "verificación de empleo"),
    "apprenticeship-completion": Phrase("proof of apprenticeship", "prueba del aprendizaje"),
    "military-record": Phrase("military record", "registro militar"),
    "foreign-evaluation": Phrase("evaluation of a foreign degree", "evaluación de título extranjero"),
    "practice": Phrase("any clinical work", "cualquier trabajo clínico"),
    "injection-intramuscular": Phrase("injections into muscle", "inyecciones intramusculares"),
    "injection-subcutaneous": Phrase("injections under the skin", "inyecciones subcutáneas"),
    "injection-intradermal": Phrase("injections into the skin", "inyecciones intradérmicas"),
    "vaccine": Phrase("vaccines", "vacunas"), "venipuncture": Phrase("blood draws", "extracciones de sangre"),
    "skin-puncture": Phrase("finger or heel sticks", "punciones de dedo o talón"),
    "medication": Phrase("drugs that are not injected", "medicamentos sin inyectar"),
    "inhaled-medication": Phrase("inhaled drugs", "medicamentos inhalados"),
    "controlled-substance": Phrase("controlled drugs", "medicamentos controlados"),
    "iv-start": Phrase("starting an IV line", "colocar una vía intravenosa"),
    "iv-medication": Phrase("drugs into a vein", "medicamentos por la vena"),
    "x-ray": Phrase("limited X-rays", "radiografías limitadas"), "ecg": Phrase("ECG", "electrocardiograma"),
    "waived-test": Phrase("simple lab tests", "pruebas de laboratorio sencillas"),
    "respiratory-test": Phrase("breathing tests", "pruebas de respiración"),
    "urinary-catheter": Phrase("urinary catheters", "sondas urinarias"),
    "minor-surgery": Phrase("help in minor surgery", "ayuda en cirugía menor"),
    "triage": Phrase("triage", "triaje"),
    "moderate-test": Phrase("lab tests of moderate complexity", "pruebas de complejidad moderada"),
    "specimen": Phrase("samples", "muestras"), "vital-signs": Phrase("vital signs", "signos vitales"),
    "physician": Phrase("physician", "médico"),
    "supervised-staff": Phrase("staff under a physician", "personal bajo un médico"),
    "employer": Phrase("employer", "empleador"),
    "influenza": Phrase("flu vaccine", "vacuna contra la influenza"),
    "covid-19": Phrase("COVID vaccine", "vacuna contra COVID"),
    "tb-test": Phrase("TB test", "prueba de tuberculosis"),
    "hepatitis-b": Phrase("hepatitis B vaccine", "vacuna contra la hepatitis B"), "mmr": Phrase("MMR", "triple viral"),
    "varicella": Phrase("chickenpox", "varicela"), "tdap": Phrase("Tdap vaccine", "vacuna Tdap"),
    "physical": Phrase("physical exam", "examen físico"), "drug-screen": Phrase("drug screen", "prueba de drogas"),
    "fit-test": Phrase("mask fit test", "prueba de ajuste de mascarilla"),
    "done": Phrase("done", "hecho"), "declined": Phrase("declined", "rechazado por escrito"),
    "exempt": Phrase("exempt", "exento"),
    "exclusion": Phrase("exclusion check", "verificación de exclusiones"),
    "background": Phrase("background check", "verificación de antecedentes"),
    "approved": Phrase("approved", "aprobada"), "refused": Phrase("refused", "rechazada"),
    "waived": Phrase("waived", "dispensada"),
    "total": Phrase("in all", "en total"),
    "current": Phrase("the name now", "el nombre actual"), "earlier": Phrase("an earlier name", "un nombre anterior"),
    "also-used": Phrase("a name used beside it", "un nombre que también usa"),
  ]

  public static func word(_ word: String) -> Phrase {
    let word = mark(word) ?? word
    return words[word] ?? Phrase(word, word)
  }

  /// `CMA (AAMA)` of `aama/cma`: the letters with their body; nil for what does not look like a credential's key.
  private static func mark(_ key: String) -> String? {
    let parts = key.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isLetter) }) else { return nil }
    return "\(parts[1].uppercased()) (\(parts[0].uppercased()))"
  }

  /// The name of a record: "certification 2" for `certification-2`; a name of the person's own as it is.
  public static func record(_ id: String) -> Phrase {
    guard let dash = id.lastIndex(of: "-"), let kind = EvidenceKind(rawValue: String(id[..<dash])) else {
      return EvidenceKind(rawValue: id).map(kind) ?? Phrase(id, id)
    }
    let number = id[id.index(after: dash)...]
    guard Int(number) != nil else { return Phrase(id, id) }
    let name = self.kind(kind)
    return kind == .person ? name : Phrase("\(name.en) \(number)", "\(name.es) \(number)")
  }

  /// A value as people read it.
  public static func value(_ value: FactValue, unit: String? = nil, _ language: Language, asOf: CivilDate? = nil)
    -> String
  {
    let dates = DateWording(language)
    switch value {
    case .unknown: return Phrase("not known", "no se sabe")[language]
    case .never: return Phrase("has not happened", "no ha ocurrido")[language]
    case .day(let days, let expected):
      return dates.days(days) + (expected ? Phrase(" (planned)", " (previsto)")[language] : "")
    case .amount(let low, let high):
      if low == high { return "\(low)" }
      return high >= .unbounded
        ? Phrase("\(low) or more", "\(low) o más")[language]
        : Phrase("\(low) to \(high)", "de \(low) a \(high)")[language]
    case .flag(let flag): return (flag ? Phrase("yes", "sí") : Phrase("no", "no"))[language]
    case .word(let word): return self.word(word)[language]
    case .words(let words):
      return words.isEmpty
        ? Phrase("none", "ninguno")[language] : words.sorted().map { word($0)[language] }.joined(separator: ", ")
    case .spans(let spans):
      if spans.isEmpty { return Phrase("none", "ninguna")[language] }
      return spans.map { span in
        // Neither end is known.
        if span.begins == .always {
          return word(span.by)[language] + Phrase(": days not known", ": fechas no conocidas")[language]
        }
        let from =
          span.begins.first.isFinite ? dates.days(span.begins) : Phrase("day not known", "fecha no conocida")[language]
        let since = span.begins.isExact ? Phrase(" from ", " desde el ") : Phrase(" from ", " desde ")
        let until = span.ends.isExact ? Phrase(" to ", " hasta el ") : Phrase(" to ", " hasta ")
        let known = Phrase(", known through ", ", se sabe hasta el ")[language]
        let end =
          span.ends.last.isFinite
          ? until[language] + dates.days(span.ends)
          : span.ends.first.isFinite ? known + dates.day(span.ends.first) : ""
        return word(span.by)[language] + since[language] + from + end
      }.joined(separator: "; ")
    }
  }

  /// What to call the facts that nobody gave, each once.
  public static func names(_ gaps: [Explanation.Gap]) -> [Phrase] {
    var seen: Set<Phrase> = []
    return gaps.map { $0.field.map(field) ?? kind($0.kind) }.filter { seen.insert($0).inserted }
  }

  /// "60 points", "1 point".
  public static func amount(_ amount: Quantity, _ unit: String) -> Phrase {
    let units = amount == Quantity(1) ? one(unit) : self.units(unit)
    return Phrase("\(amount) \(units.en)", "\(amount) \(units.es)")
  }

  private static func one(_ unit: String) -> Phrase {
    switch unit {
    case "points": Phrase("point", "punto")
    case "hours": Phrase("hour", "hora")
    case "clock hours": Phrase("clock hour", "hora")
    case "contact hours": Phrase("contact hour", "hora de contacto")
    case "credits": Phrase("credit", "crédito")
    case "items": Phrase("item", "pregunta")
    case "minutes": Phrase("minute", "minuto")
    case "days": Phrase("day", "día")
    case "weeks": Phrase("week", "semana")
    case "months": Phrase("month", "mes")
    case "times": Phrase("time", "vez")
    case "semesters": Phrase("semester", "semestre")
    default: units(unit)
    }
  }

  public static func units(_ unit: String) -> Phrase {
    switch unit {
    case "points": Phrase("points", "puntos")
    case "hours", "clock hours": Phrase(unit, "horas")
    case "contact hours": Phrase("contact hours", "horas de contacto")
    case "credits": Phrase("credits", "créditos")
    case "items": Phrase("items", "preguntas")
    case "minutes": Phrase("minutes", "minutos")
    case "days": Phrase("days", "días")
    case "weeks": Phrase("weeks", "semanas")
    case "months": Phrase("months", "meses")
    case "times": Phrase("times", "veces")
    case "semesters": Phrase("semesters", "semestres")
    case "percent": Phrase("percent", "por ciento")
    default: Phrase(unit, unit)
    }
  }
}
