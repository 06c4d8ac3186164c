"""The forms that records are entered and changed with, made for each kind from its fields and parts."""
