"""Files that were damaged on the way, or made to harm: reading ends in facts or in a clear sentence."""
