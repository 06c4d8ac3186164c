"""Places, countries and names of the world, and the directory of city organizations. Knows no Django."""
