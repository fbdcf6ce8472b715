/// The packs of `knowledge/`, put into the program when it was built.
///
/// `encoded` is generated: read it with `NodeCodec.decode`.
public enum EmbeddedKnowledge {}
