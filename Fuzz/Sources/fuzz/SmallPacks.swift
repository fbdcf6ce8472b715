/// Packs small enough to be read thousands of times a second, with every word in one of them; nothing is wrong in them.
let smallPacks: [[(path: String, text: String)]] = [
  [
    (
      "sources.yaml",
      """
      sources:
        page: { publisher: B, title: { en: P, es: P }, url: "https://example.org", voice: body, dated: 2024-05-01, age: { en: D, es: D }, retrieved: 2026-11-22 }
        copy: { publisher: B, title: { en: C, es: C }, url: "https://example.org", voice: body, age: { en: D, es: D }, retrieved: 2026-11-22 }
        talk: { publisher: T, title: { en: T, es: T }, url: "https://example.org", voice: secondary, age: { en: D, es: D }, retrieved: 2026-11-22 }
      """
    ),
    (
      "credentials/board/a/credential.yaml",
      """
      credential: board/a
      mark: A
      name: { en: A, es: A }
      focus: { en: F, es: F }
      body: Board
      url: "https://example.org"
      """
    ),
    (
      "credentials/board/a/eligibility.yaml",
      """
      rule: board/a/eligibility
      title: { en: T, es: T }
      encoded: 2026-11-22
      review_by: 2027-05-22
      acts: [application, examination]
      asks: examination
      define:
        accredited:
          text: { en: A, es: A }
          related: { span: program.accreditation, by: [abhes], begins_within: { months: 36, after: program.graduated, counted_from: span } }
      requires:
        governed_by: { one_of: [application, 2018-01-01] }
        versions:
          - until: 2019-08-27
            source: { id: page }
            text: { en: A, es: A }
            happened: { earliest_of: [2001-01-01, { nth: 2, of: { attempt: { result: [failed] } } }] }
          - seen: [2024-05-01]
            source: [ { id: page, row: R-1 }, { id: copy, at: x } ]
            any:
              student:
                some: program
                that:
                  all:
                    - use: accredited
                    - { text: { en: A, es: A }, at_least: { program.academic_hours: 560 hours } }
                    - { text: { en: A, es: A }, measured_on: examination, within: { days: 30, before: { latest_of: [program.coursework_completed, program.practicum_completed] } } }
              graduate:
                some: program
                that:
                  any:
                    - { use: accredited, evidence: document }
                    - { text: { en: A, es: A }, needed_for: examination, later_than: { months: 12, after: program.graduated, counted_from: day } }
                    - { text: { en: A, es: A }, not_before: { months: 12, after: program.graduated, counted_from: end_of_month } }
              disputed:
                conflict: K-1
                about: { en: A, es: A }
                readings:
                  - { source: { id: page }, text: { en: A, es: A }, is: { person.aama_member: true } }
                  - { source: { id: talk }, text: { en: A, es: A }, no_later_than: { day: 2020-03-30 } }
          - undated: { retrieved: 2026-11-22, not_before: 2025-01-01 }
            source: { id: copy }
            at_least_of: { count: 1, of: [ { not_known: { en: A, es: A } }, { some: program, that: { use: accredited } } ] }
      """
    ),
  ],
  [
    (
      "sources.yaml",
      """
      sources:
        page: { publisher: B, title: { en: P, es: P }, url: "https://example.org", voice: body, dated: 2024-05-01, age: { en: D, es: D }, retrieved: 2026-11-22 }
        copy: { publisher: B, title: { en: C, es: C }, url: "https://example.org", voice: body, age: { en: D, es: D }, retrieved: 2026-11-22 }
        talk: { publisher: T, title: { en: T, es: T }, url: "https://example.org", voice: secondary, age: { en: D, es: D }, retrieved: 2026-11-22 }
      """
    ),
    (
      "credentials/board/b/recertification.yaml",
      """
      rules:
        - rule: board/b/current
          title: { en: T, es: T }
          encoded: 2026-11-22
          review_by: 2027-05-22
          acts: [recertification]
          asks: recertification
          requires:
            all:
              certified: { text: { en: A, es: A }, life: { of: board/b, is: [current, expired] } }
              cycles:
                text: { en: A, es: A }
                each_cycle:
                  months: 36
                  from: life.start of board/b
                  lost_after: 2
                  duty: { text: { en: A, es: A }, points: { in: cycle, of: board/b, unit: points, total: 30, each: { clinical: 10 } } }
              fees:
                text: { en: A, es: A }
                each_cycle: { months: 12, from: life.start of board/b, duty: { text: { en: A, es: A }, entries: { fee: { of: [board/b] }, at_least: 1, in: cycle } } }
        - rule: board/b/renewal
          title: { en: T, es: T }
          encoded: 2026-11-22
          review_by: 2027-05-22
          requires:
            any:
              points: { text: { en: A, es: A }, points: { in: period, of: board/b, unit: points, total: 60, each: { clinical: 10, general: 10 }, approved_by: { aama: 30 } } }
              work: { text: { en: A, es: A }, worked: { role: [medical-assistant], years: 3, in_last: { years: 7 } } }
              hours: { text: { en: A, es: A }, worked: { role: [instructor], hours: 5616, since: 2001-01-01, full_time: 36 hours } }
              sitting: { text: { en: A, es: A }, attempts: { of: board/b, limit: 3, waits: [ { days: 30 }, { months: 12, counted_from: event } ] } }
              card: { text: { en: A, es: A }, holds: { card: { type: [cpr] }, remaining: 30 days } }
              clean: { text: { en: A, es: A }, none: { decision: { outcome: [refused] } } }
              late: { text: { en: A, es: A }, within: { months: 3, after: life.expiry of board/b, counted_from: end_of_month } }
              again: { rule: board/b/current }
      life:
        of: board/b
        versions:
          - from: 2010-01-01
            source: { id: page }
            period: { months: 60, last_day: end_of_month }
      """
    ),
    (
      "credentials/board/b/fees.yaml",
      """
      values:
        fee.renewal:
          text: { en: F, es: F }
          versions:
            - { undated: { retrieved: 2026-11-22 }, value: 125 USD, source: { id: copy } }
        examination.length:
          text: { en: F, es: F }
          versions:
            - { until: 2019-12-31, value: 160 minutes, source: { id: page } }
            - { from: 2020-01-01, value: { en: A, es: A }, source: { id: page } }
      """
    ),
    (
      "questions.yaml",
      """
      questions:
        - { id: graduated, asks: program.graduated, kind: day, text: { en: Q, es: Q }, only_when: { program: exists }, may_lie_ahead: true }
        - { id: hours, asks: program.academic_hours, kind: amount, text: { en: Q, es: Q }, at_most: 4000 }
        - id: work
          asks: work
          kind: gate
          text: { en: Q, es: Q }
          answers:
            - { id: some, text: { en: A, es: A }, sets: { work: exists } }
            - { id: nothing, text: { en: A, es: A }, sets: { work: none } }
      """
    ),
    (
      "credentials/board/b/b.cases.yaml",
      """
      cases:
        - { case: a, rule: board/b/renewal, as_of: 2026-11-22, given: { work: [ { role: instructor, from: 2001-01-01 } ] }, expect: { verdict: not met, grade: stated, until: open } }
      """
    ),
  ],
]

/// A person file with something in every list.
let smallPerson = """
  person_file: 1
  as_of: 2026-11-22
  person: { age: 18-or-over, aama_member: false }
  diplomas: [ { type: ged, earned: 2009 } ]
  programs:
    - { name: X, enrolled: 2009-01-31, graduated: 2010-02, academic_hours: { at_least: 500 }, accreditation: [ { by: abhes, from: 2011-03 } ] }
    - { graduated: { expected: 2027-06-04 }, enrolled: 2026-01-01, academic_hours: 560, grade: document, accreditation: [ { by: caahep } ] }
  work:
    - { role: medical-assistant, from: 2008-05, until: 2012-02-29, hours_per_week: 40 }
    - { role: instructor, from: 1999-12-31, until: never, hours_per_week: { at_least: 20 }, supervised: true }
  applications: [ { of: board/a, date: 2018-03-01 } ]
  attempts: { more: unknown, list: [ { of: board/b, date: 2018-05-31, result: failed }, { of: board/b, date: 2019, result: failed }, { of: board/a, result: failed } ] }
  certifications:
    - { of: board/b, date: 2012-02-29, by: examination }
    - { of: board/b, date: 2017-02, by: continuing-education, expires: 2022-02-28 }
    - { of: board/b, date: 2023-01-01..2023-02-15, revoked: 2024 }
  continuing_education:
    - { date: 2012-03, amount: 31, category: clinical, approved_by: aama }
    - { date: 2018-01-01..2020-12-31, amount: 12.5 }
    - { date: 2024-07-01, amount: { at_least: 20 }, category: general, approved_by: other }
  fees: [ { of: board/b, date: 2012-12-01, type: annual }, { of: board/b, date: 2014, type: annual } ]
  cards: [ { type: cpr, issued: 2024-01-01, expires: 2026-12-20 } ]
  documents: { more: unknown, list: [] }
  decisions: [ { about: "board/b/renewal#clean", outcome: waived, date: 2020-05 }, { about: board/a/eligibility, outcome: refused, date: 2025-01-01 } ]
  """
