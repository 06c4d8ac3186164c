"""The questions that lists, reports and pages ask alike."""
