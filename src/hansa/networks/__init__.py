"""Graph measures on plain edges. Knows neither Django nor the database."""
