import HTML

/// The name, drawn: a fob watch and eight letters.
let wordmark: HTML =
  #"""
  <svg viewBox="0 0 264 50" width="148" height="28" role="img" aria-label="Fobwatch">
  <g fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" stroke-width="4">
  <path d="M13.5 4.5h21" stroke-width="5"/>
  <path d="M17.5 6l6.5 9 6.5-9" stroke-width="3.2"/>
  <circle cx="24" cy="30.5" r="14.5"/>
  <path d="M17.8 28.700l5 5.2 7.400-9.600"/>
  </g>
  <path d="M24 44.900v.1" class="ac" fill="none" stroke-width="5" stroke-linecap="round"/>
  <g transform="translate(55 2)">
  <g fill="none" stroke="currentColor" stroke-width="4.6" stroke-linecap="round" stroke-linejoin="round">
  <path d="M4 40V8.5h14.5M4 24h12"/>
  <circle cx="32.5" cy="30" r="10"/>
  <path d="M52.5 6v34"/>
  <circle cx="62.5" cy="30" r="10"/>
  <path d="M81 20l6.5 20 6.8-18.5L101 40l6.5-20"/>
  <circle cx="123" cy="30" r="10"/>
  <path d="M133 20v20"/>
  <path d="M145.5 11.5V34c0 4 2 6 6 6M140.5 20h11"/>
  <path d="M177.5 23.6a10 10 0 1 0 0 12.8"/>
  <path d="M188.5 6v34M188.5 30a8.75 8.75 0 0 1 17.5 0v10"/>
  </g>
  </g>
  </svg>
  """#
