import MailDelivery
import Vocabulary

/// What was found at the public address, in words.
struct AddressWording {
  /// What is wrong, the certificate first.
  let faults: [Phrase]
  /// What is well and what is wrong, a line each.
  let lines: [Phrase]

  init(_ report: AddressReport) {
    let certificate = Self.fault(report.certificate)
    let others = report.faults.map(Self.text)
    faults = (certificate.map { [$0] } ?? []) + others
    var well: [Phrase] = []
    if certificate == nil, case .trusted(let days) = report.certificate {
      well.append(
        Phrase(
          "Well: browsers trust the certificate, for \(days) days more.",
          "Bien: los navegadores confían en el certificado, \(days) días más."))
    }
    if report.isGood {
      well.append(
        Phrase(
          "Well: old versions of TLS are refused, and nothing is open over http.",
          "Bien: se rechazan las versiones antiguas de TLS, y nada queda abierto por http."))
    }
    lines = well + faults.map { Phrase("WRONG: \($0.en)", "MAL: \($0.es)") }
  }

  private static func fault(_ certificate: CertificateFinding) -> Phrase? {
    switch certificate {
    case .trusted(let days):
      guard days < CertificateFinding.fewDays else { return nil }
      return Phrase(
        "the certificate ends in \(days) days: its renewal did not work. Look at the log of certbot.",
        "el certificado termina en \(days) días: su renovación no funcionó. Mire el registro de certbot.")
    case .expired: return Phrase("the certificate has ended.", "el certificado ha terminado.")
    case .notYetValid:
      return Phrase(
        "the certificate does not hold yet: look at the clocks of both machines.",
        "el certificado aún no vale: mire los relojes de ambas máquinas.")
    case .otherName: return Phrase("the certificate is of another name.", "el certificado es de otro nombre.")
    case .unknownAuthority:
      return Phrase(
        "the certificate signs itself, or is by an authority that this machine does not know.",
        "el certificado se firma a sí mismo, o es de una autoridad que esta máquina no conoce.")
    case .notReached(let why): return Phrase("nothing answers there: \(why).", "allí no contesta nada: \(why).")
    }
  }

  private static func text(_ fault: AddressFault) -> Phrase {
    switch fault {
    case .answers(let status):
      Phrase(
        "/health/live is answered with \(status), 200 was expected: another program, or a proxy without its server.",
        "/health/live se contesta con \(status), se esperaba 200: otro programa, o un proxy sin su servidor.")
    case .oldVersion: Phrase("TLS 1.1 or older is spoken.", "se habla TLS 1.1 o anterior.")
    case .notStrict:
      Phrase(
        "Strict-Transport-Security with a year or more is missing.",
        "falta Strict-Transport-Security con un año o más.")
    case .open:
      Phrase(
        "a page over http is neither refused nor led on to https.",
        "una página por http ni se rechaza ni lleva a https.")
    case .openForms:
      Phrase("a form over http is taken or led on.", "un formulario por http se acepta o se lleva adelante.")
    case .openPrograms:
      Phrase(
        "a program that asks /health over http is answered or led on.",
        "un programa que pregunta a /health por http recibe respuesta o se lleva adelante.")
    }
  }
}
