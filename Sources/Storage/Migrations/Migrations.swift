extension [Migration] {
  /// Every migration, in order. A new one goes at the end, in a file of its own.
  static let all: [Migration] = [
    .jobs, .accounts, .record, .roadmaps, .verification, .reminders, .papers, .externship, .escalation, .pageLooks,
    .checkDays,
  ]
}
