"""Reports: an outline made by queries, and writers that turn it into bytes."""
