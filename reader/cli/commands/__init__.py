"""One file a command; each has ``run(args) -> exit code``."""
