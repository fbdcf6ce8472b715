import HTML
import Vocabulary

/// The picture of the first page: a fob watch, its rim one year of an example.
func heroDial(_ language: Language) -> HTML {
  let title = Phrase(
    "A fob watch hanging upside down. Its rim is one year of an example: green, then a red gap, green again, then amber. "
      + "Today is at the foot.",
    "Un reloj de enfermera colgado al revés. Su borde es un año de ejemplo: verde, luego un hueco rojo, otra vez verde "
      + "y después ámbar. Hoy está abajo.")[language]
  let caption = Phrase(
    "A nurse’s fob watch hangs upside down, so that the one who wears it can read it. The rim shows a year, as an example.",
    "El reloj de enfermera cuelga al revés para que lo lea quien lo lleva. El borde muestra un año, como ejemplo.")
  let today = Phrase("Today is at the foot.", "Hoy está abajo.")[language]
  return """
    <figure class="stack" id="fob"><div class="hero-dial">\
    <svg class="dial hero" viewBox="0 0 400 470" role="img" aria-labelledby="fob-title"><title id="fob-title">\(title)</title>
    \(frame)
    \(rim)
    \(ticks)
    \(numerals)
    \(hands)</svg></div>
    <figcaption class="fine measure">\(caption[language]) <strong>\(today)</strong></figcaption></figure>

    """
}

private let center = (x: 200.0, y: 300.0)

private let frame: HTML = """
  <rect class="metal-fill" x="128" y="10" width="144" height="20" rx="10"/>
  <path class="metal" stroke-width="5" d="M150 28L193 112M250 28L207 112"/>
  <circle class="metal" cx="200" cy="123" r="12" stroke-width="5"/>
  <circle class="metal" cx="200" cy="300" r="162" stroke-width="7"/><circle class="face" cx="200" cy="300" r="157"/>
  """

private var rim: HTML {
  func arc(_ from: Double, _ to: Double) -> String { Dial.arc(from: from, to: to, radius: 143, center: center) }
  let gap = arc(2.35, 3.2)
  return """
    <path class="arc ln-met" d="\(arc(0.05, 2.25))"/><path class="arc ln-unmet" d="\(gap)"/>\
    <path class="arc p-line-unmet" stroke-dasharray="2 6" d="\(gap)"/><path class="arc ln-met" d="\(arc(3.3, 8.8))"/>\
    <path class="arc ln-due" stroke-dasharray="4 3" d="\(arc(8.9, 11.95))"/>
    """
}

private var ticks: HTML {
  let lines = (0..<60).map { minute -> HTML in
    let hour = Double(minute) / 5
    let isHour = minute % 5 == 0
    let outer = Dial.point(hour: hour, radius: 130, center: center)
    let inner = Dial.point(hour: hour, radius: isHour ? 118 : 124, center: center)
    let width: HTML = isHour ? "2.6" : "1.2"
    return """
      <line class="tick" x1="\(outer.x)" y1="\(outer.y)" x2="\(inner.x)" y2="\(inner.y)" stroke-width="\(width)"/>
      """
  }
  return "\(lines)"
}

private var numerals: HTML {
  let texts = (1...12).map { hour -> HTML in
    let place = Dial.point(hour: Double(hour), radius: 98, center: center)
    let look: HTML = hour == 12 ? "numeral twelve" : "numeral"
    return """
      <text class="\(look)" x="\(place.x)" y="\(place.y)" transform="rotate(180 \(place.x) \(place.y))">\(hour)</text>
      """
  }
  return "\(texts)"
}

private let hands: HTML = """
  <path class="hand" stroke-width="9" d="M156 274L200 318L262 234" stroke-linejoin="round"/>\
  <circle class="today-dot" cx="200" cy="318" r="5"/>\
  <line class="today" x1="200" x2="200" y1="431" y2="469" stroke-width="4"/>
  """
