public import Vocabulary

/// What people read when a password is not taken.
public enum PasswordWording {
  public static func text(_ refusal: PasswordRefusal) -> Phrase {
    switch refusal {
    case .tooShort(let length):
      Phrase(
        "This password has \(length) characters. Choose one with at least \(PasswordPolicy.shortest): four or five words work well.",
        "Esta contraseña tiene \(length) caracteres. Elija una de al menos \(PasswordPolicy.shortest): cuatro o cinco palabras sirven bien."
      )
    case .tooLong:
      Phrase(
        "This password is too long. Choose one with fewer than \(PasswordText.longest) characters.",
        "Esta contraseña es demasiado larga. Elija una de menos de \(PasswordText.longest) caracteres.")
    case .pattern:
      Phrase(
        "This password repeats itself or follows the keyboard. Others would guess it. Choose another one.",
        "Esta contraseña se repite o sigue el teclado. Otras personas la adivinarían. Elija otra.")
    case .common:
      Phrase(
        "Many people use this password, or its parts. Others would guess it. Choose words that do not belong together.",
        "Mucha gente usa esta contraseña, o sus partes. Otras personas la adivinarían. Elija palabras que no vayan juntas."
      )
    case .context:
      Phrase(
        "This password is made of your address or of words of this site. Others would guess it. Choose another one.",
        "Esta contraseña está hecha de su dirección o de palabras de este sitio. Otras personas la adivinarían. Elija otra."
      )
    }
  }
}
