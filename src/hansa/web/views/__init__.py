"""The views of the office's pages: each fetches with permission, and renders or calls one function of the domain."""
