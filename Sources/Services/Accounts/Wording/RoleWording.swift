public import Vocabulary

/// What people read for roles and the like.
public enum RoleWording {
  public static func text(_ role: Role) -> Phrase {
    switch role {
    case .person: Phrase("participant", "participante")
    case .coach: Phrase("coach", "asesor o asesora")
    case .coordinator: Phrase("coordinator", "coordinador o coordinadora")
    case .recruiter: Phrase("recruiter", "reclutador o reclutadora")
    case .director: Phrase("program director", "director o directora de programa")
    case .verifier: Phrase("verifier", "verificador o verificadora")
    case .administrator: Phrase("administrator", "administrador o administradora")
    }
  }

  public static func text(_ purpose: Consent.Purpose) -> Phrase {
    switch purpose {
    case .coaching: Phrase("help toward a certification", "ayuda para una certificación")
    case .schooling: Phrase("teaching and reports of the program", "enseñanza e informes del programa")
    case .placement:
      Phrase("finding work and keeping a file complete", "encontrar trabajo y mantener completo un archivo")
    case .verification: Phrase("answering whether somebody is certified", "responder si alguien está certificado")
    }
  }

  public static func text(_ permission: Permission) -> Phrase {
    switch permission {
    case .members: Phrase("manages members", "administra miembros")
    case .health: Phrase("sees shared health items", "ve los datos de salud compartidos")
    case .screening: Phrase("sees shared screenings", "ve los controles compartidos")
    }
  }

  public static func text(_ kind: Organization.Kind) -> Phrase {
    switch kind {
    case .school: Phrase("school", "escuela")
    case .agency: Phrase("agency", "agencia")
    case .employer: Phrase("employer", "empleador")
    }
  }
}
