/// The packs of `knowledge/`, put into the program when it was built.
///
/// `encoded` is generated: read it with `NodeCodec.decode`. So are `edition`, its digest, and `programs`, the list of programs as
/// text, which nothing reads before somebody asks for it.
public enum EmbeddedKnowledge {}
