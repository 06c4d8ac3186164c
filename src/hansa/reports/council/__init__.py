"""The council's report in slides: from the register (outline) to slides, to slides with places, to bytes."""
