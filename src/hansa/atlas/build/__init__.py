"""Makes the gazetteer's file out of GeoNames and the committed tables; runs at set-up only."""
