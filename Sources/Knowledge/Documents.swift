// A target of its own, so that the program that embeds the packs does not compile the rules a second time.
@_exported public import Documents
