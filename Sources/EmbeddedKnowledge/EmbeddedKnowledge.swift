// EmbeddedKnowledge
