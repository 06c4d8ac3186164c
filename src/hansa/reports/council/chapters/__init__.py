"""The chapters of the council's deck: each gives its slides, none where the register holds nothing for it."""
