"""What values a unit can have: bounds of nature, or of the Earth, that only a misreading passes."""

# unit: least, most
RANGES: dict[str, tuple[float, float]] = {
    "degree celsius": (-273.15, 2e8),  # from absolute zero to the plasma of a fusion reactor
    "degree fahrenheit": (-459.67, 4e8),
    "kelvin": (0, 2e8),
    "kilometer per hour": (0, 1.08e9),  # up to the speed of light
    "mile per hour": (0, 6.71e8),
    "meter per second": (0, 3e8),
    "knot": (0, 5.83e8),
    "square kilometer": (0, 5.2e8),  # up to the surface of the Earth
    "square mile": (0, 2e8),
    "hectare": (0, 5.2e10),
    "acre": (0, 1.3e11),
    "year": (0, 2e10),  # up to the age of the universe, and some
    "percentage_point": (-1000, 1000),
    "basis_point": (-1e5, 1e5),
    "times": (0, 1e12),
    "USD": (-1e15, 1e15),  # all derivatives of the world are worth less
    "EUR": (-1e15, 1e15),
    "GBP": (-1e15, 1e15),
}
