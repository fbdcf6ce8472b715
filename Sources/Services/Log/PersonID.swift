/// Somebody whom a record is about.
public enum PersonSubject {}

/// Names the person a record is about. It is random and tells nothing.
public typealias PersonID = Identifier<PersonSubject>
