"""A document in, facts with evidence out. Knows neither Django nor the database."""
