"""The hansa command, one file a subcommand."""
