"""The daily work of the department, one folder a desk, on two small engines: cases and bookings."""
