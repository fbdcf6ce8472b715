public import Vocabulary

/// The words of papers in both languages.
public enum PaperWording {
  public static func kind(_ kind: PaperKind) -> Phrase {
    switch kind {
    case .card: Phrase("Card (CPR, BLS or another)", "Tarjeta (CPR, BLS u otra)")
    case .certificate: Phrase("Certificate of a credential", "Certificado de una credencial")
    case .diploma: Phrase("Diploma", "Diploma")
    case .transcript: Phrase("Transcript", "Expediente académico")
    case .letter: Phrase("Letter (work, school, certifying body)", "Carta (trabajo, escuela, entidad certificadora)")
    case .license: Phrase("License or registration of a state", "Licencia o registro de un estado")
    case .training: Phrase("Proof of training or continuing education", "Prueba de capacitación o educación continua")
    case .other: Phrase("Something else", "Otra cosa")
    case .health: Phrase("Health: vaccines, tests, exams", "Salud: vacunas, pruebas, exámenes médicos")
    case .screening: Phrase("Background check", "Verificación de antecedentes")
    }
  }

  /// What it is: "Photo, 1,200 by 1,600 pixels".
  public static func form(_ form: PaperForm) -> Phrase {
    switch form {
    case .photo: Phrase("Photo", "Foto")
    case .document(1): Phrase("PDF, 1 page", "PDF, 1 página")
    case .document(let pages): Phrase("PDF, \(pages) pages", "PDF, \(pages) páginas")
    }
  }

  /// Why a file is not taken, and what to do next.
  public static func refusal(_ refusal: PaperRefusal, _ limits: PaperLimits) -> Phrase {
    let megabytes = limits.largest >> 20
    switch refusal {
    case .empty: return Phrase("Pick a photo or a PDF", "Elija una foto o un PDF")
    case .tooLarge:
      return Phrase(
        "This file is larger than \(megabytes) MB. Take a photo of the page instead",
        "Este archivo pasa de \(megabytes) MB. Mejor tome una foto de la página")
    case .otherType:
      return Phrase(
        "This is no photo (JPEG, PNG, HEIC) and no PDF, whatever its name says. Take a photo, or save it as a PDF",
        "No es una foto (JPEG, PNG, HEIC) ni un PDF, diga lo que diga su nombre. Tome una foto o guárdelo como PDF")
    case .twoTypes:
      return Phrase(
        "This PDF is a web page or an archive too. Print it to a new PDF, or take a photo",
        "Este PDF es también una página web o un archivo comprimido. Imprímalo en un PDF nuevo o tome una foto")
    case .damaged:
      return Phrase(
        "This file is cut short or damaged. Take the photo again, or download the PDF again",
        "Este archivo está incompleto o dañado. Tome la foto otra vez o descargue el PDF de nuevo")
    case .tooManyPixels:
      return Phrase(
        "This picture has more than \(PaperSizes.mostPixels / 1_000_000) million pixels. Take a photo with the usual settings",
        "Esta imagen tiene más de \(PaperSizes.mostPixels / 1_000_000) millones de píxeles. Tome una foto con los ajustes normales"
      )
    case .encrypted:
      return Phrase(
        "This PDF is locked. Save a copy without a password, or take a photo of the page",
        "Este PDF está protegido. Guarde una copia sin contraseña o tome una foto de la página")
    case .script:
      return Phrase(
        "This PDF holds a program. Print it to a new PDF, or take a photo of the page",
        "Este PDF contiene un programa. Imprímalo en un PDF nuevo o tome una foto de la página")
    case .launch:
      return Phrase(
        "This PDF opens or sends something by itself. Print it to a new PDF, or take a photo of the page",
        "Este PDF abre o envía algo por sí solo. Imprímalo en un PDF nuevo o tome una foto de la página")
    case .attachment:
      return Phrase(
        "This PDF holds other files, sound or film. Print it to a new PDF, or take a photo of the page",
        "Este PDF contiene otros archivos, sonido o video. Imprímalo en un PDF nuevo o tome una foto de la página")
    case .tooManyPages:
      return Phrase(
        "This PDF has more than \(PaperSizes.mostPages) pages. Save the pages that matter as a PDF of their own",
        "Este PDF tiene más de \(PaperSizes.mostPages) páginas. Guarde las páginas que importan en un PDF aparte")
    case .notPhoto:
      return Phrase(
        "This is a PDF. Pages of one paper are photos; send a PDF by itself",
        "Es un PDF. Las páginas de un documento son fotos; envíe un PDF por separado")
    case .tooSlow, .unreadable:
      return Phrase(
        "This file could not be read. Take a photo of the page, or print it to a new PDF",
        "No se pudo leer este archivo. Tome una foto de la página o imprímalo en un PDF nuevo")
    }
  }

  /// Why one of several photos is not taken.
  ///
  /// - Parameter number: which one, from 1.
  public static func refusal(_ refusal: PaperRefusal, ofPhoto number: Int, _ limits: PaperLimits) -> Phrase {
    let why = Self.refusal(refusal, limits)
    return Phrase("Photo \(number): \(why.en)", "Foto \(number): \(why.es)")
  }

  public static func pagesFull(_ limits: PaperLimits) -> Phrase {
    Phrase(
      "A paper has up to \(limits.pages) pages and \(limits.pagesBytes >> 20) MB. Finish this one, then begin another",
      "Un documento tiene hasta \(limits.pages) páginas y \(limits.pagesBytes >> 20) MB. Termine este y empiece otro")
  }

  /// Too many are under way.
  public static let underWay = Phrase(
    "Other files of yours are on their way. Let them end first",
    "Otros archivos suyos se están enviando. Espere a que terminen")

  public static func full(_ limits: PaperLimits) -> Phrase {
    Phrase(
      "You keep \(limits.most) papers or \(limits.mostBytes >> 20) MB already. Remove one first",
      "Ya guarda \(limits.most) documentos o \(limits.mostBytes >> 20) MB. Quite uno primero")
  }
}
