/// The work of passwords: each takes a good part of a processor and 19 MiB.
public typealias PasswordWork = BoundedWork
