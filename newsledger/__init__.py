"""Touch the world: files, sockets, databases, the clock, people."""

__version__ = "0.1.0"
