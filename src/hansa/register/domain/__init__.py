"""The changes of the register: one function each, checked, whole, and written into the history."""
