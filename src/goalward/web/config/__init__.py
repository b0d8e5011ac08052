"""One settings file driven by the environment, the addresses, the server's entry point, the headers."""
