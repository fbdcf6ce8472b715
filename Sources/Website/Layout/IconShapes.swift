import HTML

extension Icon {
  /// Lines in a box of 24 by 24.
  var shape: HTML {
    switch self {
    case .met:
      #"""
      <circle cx="12" cy="12" r="9"/>
      <path d="M7.8 12.4l2.9 2.9 5.6-6.1"/>
      """#
    case .due:
      #"""
      <path d="M6.5 3h11M6.5 21h11M8 3v3.2c0 3 4 3.6 4 5.8s-4 2.8-4 5.8V21M16 3v3.2c0 3-4 3.6-4 5.8s4 2.8 4 5.8V21"/>
      """#
    case .unmet:
      #"""
      <path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z"/>
      <path d="M9 9l6 6M15 9l-6 6"/>
      """#
    case .review:
      #"""
      <path d="M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12z"/>
      <circle cx="12" cy="12" r="2.8"/>
      """#
    case .unknown:
      #"""
      <circle cx="12" cy="12" r="9" stroke-dasharray="3.4 2.25"/>
      <path d="M9.6 9.7a2.45 2.45 0 1 1 3.6 2.1c-.9.5-1.2.9-1.2 1.8M12 16.5v.02"/>
      """#
    case .likely:
      #"""
      <circle cx="12" cy="12" r="9"/>
      <path d="M7.2 13.2c1.3-2.4 3-2.4 4.8-1.2s3.5 1.2 4.8-1.2"/>
      """#
    case .conflict:
      #"""
      <path d="M2.5 12h7.2M6.7 8.8 9.8 12l-3.1 3.2M21.5 12h-7.2M17.3 8.8 14.2 12l3.1 3.2M12 4v2.5M12 17.5V20"/>
      """#
    case .why:
      #"""
      <path d="M4 4.5h16v11.5h-8.5L7 20v-4H4z"/>
      <path d="M10.2 8.7a1.85 1.85 0 1 1 2.7 1.6c-.6.3-.9.6-.9 1.2M12 13.5v.02"/>
      """#
    case .unlikely:
      #"""
      <path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z"/>
      <path d="M7.2 13.2c1.3-2.4 3-2.4 4.8-1.2s3.5 1.2 4.8-1.2"/>
      """#
    case .source:
      #"""
      <path d="M12 6.5C10 5 7 4.5 3.5 4.8v13C7 17.5 10 18 12 19.5c2-1.5 5-2 8.5-1.7v-13C17 4.5 14 5 12 6.5zM12 6.5v13"/>
      """#
    case .calendar:
      #"""
      <rect x="3.5" y="5" width="17" height="15.5" rx="2"/>
      <path d="M3.5 10h17M8 2.8V7M16 2.8V7"/>
      """#
    case .document:
      #"""
      <path d="M6 3h8l4 4v14H6z"/>
      <path d="M14 3v4h4M9 12h6M9 16h6"/>
      """#
    case .card:
      #"""
      <rect x="3" y="5.5" width="18" height="13" rx="2"/>
      <path d="M3 10h18M6.5 15h4"/>
      """#
    case .learn:
      #"""
      <path d="M2.5 9.5L12 5l9.5 4.5L12 14zM6.5 11.8v4.4c1.5 1.4 3.4 2 5.5 2s4-.6 5.5-2v-4.4M21.5 9.5v5"/>
      """#
    case .menu:
      #"""
      <path d="M4 7h16M4 12h16M4 17h16"/>
      """#
    case .back:
      #"""
      <path d="M15 5.5L8.5 12l6.5 6.5"/>
      """#
    case .go:
      #"""
      <path d="M4 12h16M14 6l6 6-6 6"/>
      """#
    case .print:
      #"""
      <path d="M7 8V3.5h10V8M7 17H3.5V8.5h17V17H17M7 14h10v6.5H7z"/>
      """#
    case .globe:
      #"""
      <circle cx="12" cy="12" r="9"/>
      <path d="M3 12h18M12 3c3 2.6 4 5.6 4 9s-1 6.4-4 9c-3-2.6-4-5.6-4-9s1-6.4 4-9z"/>
      """#
    case .flip:
      #"""
      <path d="M3.5 8.5h15L15 5M20.5 15.5h-15L9 19"/>
      """#
    case .flame:
      #"""
      <path d="M12 3c.5 3-4.5 5.5-4.5 10.5a4.5 4.5 0 0 0 9 0c0-2-1-3.5-2-4.5 0 1.5-.8 2.3-1.6 2.5.6-2.5.2-6-.9-8.5z"/>
      """#
    case .shield:
      #"""
      <path d="M12 3l7.5 2.6v6c0 4.4-3 7.7-7.5 9.4-4.5-1.7-7.5-5-7.5-9.4v-6z"/>
      <path d="M8.7 12l2.4 2.4 4.3-4.6"/>
      """#
    case .pin:
      #"""
      <path d="M12 21s7-6 7-11.2a7 7 0 0 0-14 0C5 15 12 21 12 21z"/>
      <circle cx="12" cy="10" r="2.5"/>
      """#
    }
  }
}
