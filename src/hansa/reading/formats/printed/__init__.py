"""Printed pages: their lines with places, and what these tell of columns, tables and paragraphs."""
