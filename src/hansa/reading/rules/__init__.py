"""One type of fact a file: blocks in, facts out."""
