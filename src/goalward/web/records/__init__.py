"""The client's record: its key, its encrypted fields, its class of data, its export and its end."""
