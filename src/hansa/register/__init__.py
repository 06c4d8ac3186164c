"""The records: parties, agreements, memberships, exchanges and the documents that they rest on."""
