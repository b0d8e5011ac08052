"""Who changed what: a chained log for proof, and a plain table for the client's own page. Ids only, never content."""
