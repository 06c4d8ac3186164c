"""The register in and out: as tables for programs, as a workbook for officers, and as it is restored from them."""
