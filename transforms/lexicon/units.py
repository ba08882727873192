"""Units of measure: canonical singular name, and what texts write."""

# dimension: {canonical: forms}; forms of one or two letters and those with capitals are matched as written.
_UNITS: dict[str, dict[str, str]] = {
    "length": {
        "kilometer": "kilometer,kilometers,kilometre,kilometres,km,kms,Km,KM,klicks",
        "meter": "meter,meters,metre,metres,m",
        "decimeter": "decimeter,decimeters,decimetre,decimetres,dm",
        "centimeter": "centimeter,centimeters,centimetre,centimetres,cm",
        "millimeter": "millimeter,millimeters,millimetre,millimetres,mm",
        "micrometer": "micrometer,micrometers,micrometre,micrometres,micron,microns,μm,µm,um",
        "nanometer": "nanometer,nanometers,nanometre,nanometres,nm",
        "mile": "mile,miles,mi",
        "nautical mile": "nautical mile,nautical miles",
        "yard": "yard,yards,yd,yds",
        "foot": "foot,feet,ft,ft.,′",
        "inch": "inch,inches,in.,″",
        "picometer": "picometer,picometers,picometre,picometres",
        "light year": "light year,light years,light-years",
        "caliber": "caliber,calibre",
        "story": "story,stories,storey,storeys,storied",
        "furlong": "furlong,furlongs",
    },
    "area": {
        "square kilometer": "square kilometer,square kilometers,square kilometre,square kilometres,sq km,sqkm,km²,km2",
        "square meter": "square meter,square meters,square metre,square metres,sq m,sqm,m²,m2,sq metres,sq meters",
        "square mile": "square mile,square miles,sq mi,sq miles",
        "square foot": "square foot,square feet,sq ft,sqft,sf,sq feet",
        "square yard": "square yard,square yards",
        "square inch": "square inch,square inches",
        "square centimeter": "square centimeters,square centimetres,cm²,cm2",
        "acre": "acre,acres",
        "hectare": "hectare,hectares,ha",
    },
    "volume": {
        "liter": "liter,liters,litre,litres,l,L",
        "kiloliter": "kiloliter,kiloliters,kilolitre,kilolitres",
        "megaliter": "megaliter,megaliters,megalitre,megalitres,ML",
        "gigaliter": "gigaliter,gigaliters,gigalitre,gigalitres,GL",
        "hectoliter": "hectoliter,hectoliters,hectolitre,hectolitres,hl",
        "milliliter": "milliliter,milliliters,millilitre,millilitres,ml,mL",
        "gallon": "gallon,gallons,gal,us gallon,us gallons,u.s. gallon,u.s. gallons",
        "imperial gallon": "imperial gallon,imperial gallons",
        "barrel": "barrel,barrels,bbl,bbls",
        "cubic meter": "cubic meter,cubic meters,cubic metre,cubic metres,m³,m3,cu m,cbm",
        "cubic foot": "cubic foot,cubic feet,cu ft,ft³",
        "cubic kilometer": "cubic kilometers,cubic kilometres",
        "cubic centimeter": "cubic centimeters,cubic centimetres,cc,cm³",
        "cubic inch": "cubic inch,cubic inches",
        "pint": "pint,pints,us pint,us pints",
        "quart": "quart,quarts,us quart,us quarts",
        "bushel": "bushel,bushels",
        "fluid ounce": "fluid ounce,fluid ounces,fl oz,us fluid ounce,us fluid ounces",
        "cup": "cup,cups",
        "teaspoon": "teaspoon,teaspoons,tsp",
        "tablespoon": "tablespoon,tablespoons,tbsp",
    },
    "mass": {
        "kilogram": "kilogram,kilograms,kilogramme,kilogrammes,kg,kgs,kilo,kilos",
        "gram": "gram,grams,gramme,grammes,g",
        "milligram": "milligram,milligrams,milligramme,milligrammes,mg",
        "microgram": "microgram,micrograms,microgramme,microgrammes,μg,mcg",
        "tonne": "tonne,tonnes,metric ton,metric tons,mt,t",
        "ton": "ton,tons,short ton,short tons,us ton,us tons",
        "long ton": "long ton,long tons,imperial ton,imperial tons",
        "kilotonne": "kilotonne,kilotonnes,kiloton,kilotons,kt",
        "megatonne": "megatonne,megatonnes,megaton,megatons,Mt",
        "gigatonne": "gigatonne,gigatonnes,gigaton,gigatons,Gt",
        "pound": "lb,lbs,lb.,lbs.",
        "ounce": "ounce,ounces,oz,oz.",
        "carat": "carat,carats",
        "stone": "stone",
    },
    "speed": {
        "mile per hour": "mph,MPH",
        "kilometer per hour": "kph,kmh,km/h,kmph,KPH",
        "meter per second": "m/s",
        "knot": "knot,knots",
        "revolution per minute": "rpm,RPM,revolutions per minute",
    },
    "temperature": {
        "degree celsius": "degree celsius,degrees celsius,celcius,degrees celcius,° celsius,"
        "º celsius,degree centigrade,centigrate,"
        "degrees centigrade,°C,° c,celsius,centigrade,ºC,º c,C,"
        "deg celsius,deg c,degrees c,degree c,℃,deg. c",
        "degree fahrenheit": "degree fahrenheit,degrees fahrenheit,farenheit,degrees farenheit,"
        "° fahrenheit,°F,° f,fahrenheit,ºF,º f,F,"
        "deg fahrenheit,deg f,degrees f,"
        "degree f,℉,deg. f",
        "kelvin": "kelvin,kelvins",
        "degree": "degree,degrees,°,º,deg",
    },
    "power": {
        "watt": "watt,watts,W",
        "kilowatt": "kilowatt,kilowatts,kW,KW,kw",
        "megawatt": "megawatt,megawatts,MW,mw",
        "gigawatt": "gigawatt,gigawatts,GW,gw",
        "terawatt": "terawatt,terawatts,TW",
        "horsepower": "horsepower,hp,bhp,HP",
    },
    "energy": {
        "watt hour": "watt hour,watt hours,watt-hours,Wh",
        "kilowatt hour": "kilowatt hour,kilowatt hours,kilowatt-hours,kWh,KWh,kwh,KWH",
        "megawatt hour": "megawatt hour,megawatt hours,megawatt-hours,MWh",
        "gigawatt hour": "gigawatt hour,gigawatt hours,gigawatt-hours,GWh",
        "terawatt hour": "terawatt hour,terawatt hours,terawatt-hours,TWh",
        "joule": "joule,joules",
        "kilojoule": "kilojoule,kilojoules,kJ",
        "megajoule": "megajoule,megajoules,MJ",
        "gigajoule": "gigajoule,gigajoules,GJ",
        "calorie": "calorie,calories,cal",
        "kilocalorie": "kilocalorie,kilocalories,kcal",
        "british thermal unit": "british thermal unit,british thermal units,btu,BTU,Btu",
        "million british thermal unit": "million british thermal units,mmbtu,mmBTU,MMBtu,mmBtu,MMBTU",
    },
    "information": {
        "byte": "byte,bytes",
        "kilobyte": "kilobyte,kilobytes,KB,kB",
        "megabyte": "megabyte,megabytes,MB",
        "gigabyte": "gigabyte,gigabytes,GB",
        "terabyte": "terabyte,terabytes,TB",
        "petabyte": "petabyte,petabytes,PB",
        "bit": "bit,bits",
        "megabit": "megabit,megabits",
        "gigabit": "gigabit,gigabits",
        "megabit per second": "Mbps,mbps",
        "gigabit per second": "Gbps",
        "megapixel": "megapixel,megapixels,MP",
        "pixel": "pixel,pixels",
    },
    "frequency": {
        "hertz": "hertz,Hz,HZ,hz",
        "kilohertz": "kilohertz,kHz",
        "megahertz": "megahertz,MHz,Mhz",
        "gigahertz": "gigahertz,GHz,Ghz",
    },
    "electricity": {
        "volt": "volt,volts,V",
        "kilovolt": "kilovolt,kilovolts,kV",
        "ampere": "ampere,amperes,amp,amps",
        "milliampere hour": "milliamp hour,milliamp hours,mAh",
        "ampere hour": "amp hour,amp hours,Ah",
        "farad": "farad,farads",
    },
    "pressure": {
        "pascal": "pascal,pascals,Pa",
        "hectopascal": "hectopascal,hectopascals,hPa",
        "megapascal": "megapascal,megapascals,MPa",
        "millibar": "millibar,millibars,mb",
        "bar": "bar,bars",
        "pound per square inch": "psi,PSI",
        "kilopound per square inch": "ksi",
        "kilopascal": "kilopascal,kilopascals,kPa",
    },
    "radiation": {
        "sievert": "sievert,sieverts,Sv",
        "millisievert": "millisievert,millisieverts,mSv",
        "microsievert": "microsievert,microsieverts,μSv,µSv",
        "becquerel": "becquerel,becquerels,Bq",
    },
    "angle": {"radian": "radian,radians,rad"},
    "sound": {"decibel": "decibel,decibels,dB"},
    "torque": {
        "newton meter": "newton meter,newton meters,newton metres,Nm",
        "pound foot": "pound foot,pound feet,foot-pounds,foot pounds,lb ft,lb ft.,ft lb,ft lbs",
    },
    "concentration": {
        "part per million": "ppm,parts per million",
        "part per billion": "ppb,parts per billion",
    },
    "flow": {"barrel per day": "bpd,b / d,bopd"},
    "duration": {
        "nanosecond": "nanosecond,nanoseconds",
        "millisecond": "millisecond,milliseconds,ms",
        "second": "second,seconds,sec,secs,s",
        "minute": "minute,minutes,min,mins",
        "hour": "hour,hours,hr,hrs,h",
        "day": "day,days",
        "week": "week,weeks",
        "month": "month,months,mo",
        "year": "year,years,yr,yrs",
        "decade": "decade,decades",
        "century": "century,centuries",
        "fortnight": "fortnight,fortnights",
    },
    "percent": {
        "percent": "percent,per cent,%,pct,pc,percentage,％",
        "percentage_point": "percentage point,percentage points,% points,percent points,pp,ppt,pps",
        "basis_point": "basis point,basis points,bps,bp",
    },
    "crypto": {"bitcoin": "bitcoin,bitcoins,BTC", "ether": "ether,ETH"},
    "index": {"index_point": "index point,index points"},
    "multiple": {"times": "times,time,x,X,×,fold"},
}

LONGEST = 3  # words of a form
DIMENSIONS = {name: dimension for dimension, units in _UNITS.items() for name in units}
FORMS: dict[tuple[str, ...], str] = {
    tuple(form.split()): name for units in _UNITS.values() for name, forms in units.items() for form in forms.split(",")
}
# Dimensions in which values are converted, and units that pint calls otherwise.
PHYSICAL = frozenset(
    """
    length area volume mass speed temperature power energy information frequency electricity pressure torque flow
    duration radiation
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
OTHER_NAMES = {
    "barrel": "oil_barrel", "ton": "short_ton", "long ton": "long_ton",
    "imperial gallon": "imperial_gallon", "degree celsius": "degC", "degree fahrenheit": "degF",
    "nautical mile": "nautical_mile", "light year": "light_year", "british thermal unit": "BTU",
    "million british thermal unit": "megaBTU", "fluid ounce": "fluid_ounce", "revolution": "turn", "decade": "decayear",
    "pound foot": "force_pound * foot", "pound per square inch": "psi", "kilopound per square inch": "kilopsi",
}  # fmt: skip
# Forms that need digits right before them: as words they are something else ("in", "a", "us").
SHORT = 3  # letters
LETTERS = frozenset(
    form for (form, *rest) in FORMS if not rest and form.isalpha() and (len(form) <= SHORT or not form.islower())
) - {"day", "ton"}
# Single letters that may stand apart from their digits: "5 W", "12 m". A letter of temperature does so only where
# nothing that it could describe follows.
LONE_LETTERS = frozenset({"m", "g", "W", "V"})
LONE_DEGREES = frozenset({"C", "F"})
# Adjectives between a number and the time that it counts: "four straight weeks".
STRETCHING = frozenset("straight consecutive successive full whole long more extra additional further solid".split())  # noqa: SIM905
# Signs of feet and inches, which are also quotation marks: they need each other, or a word of length after them.
FEET_SIGNS = frozenset({"'", "’", "′"})
INCH_SIGNS = frozenset({'"', "”", "″"})
LENGTHS = frozenset("long wide tall thick deep high across".split())  # noqa: SIM905
# Forms with a second meaning, told by a word near them.
SECOND_MEANINGS = {
    "F": ("farad", frozenset({"capacitor", "capacitors", "capacitance", "supercapacitor", "supercapacitors"})),
    "kt": ("knot", frozenset({"speed", "speeds", "wind", "winds", "gust", "gusts", "gusting", "airspeed", "sailing"})),
    "mb": ("megabyte", frozenset({"file", "files", "download", "downloads", "upload", "storage", "memory", "data"})),
}
# Forms that hold a scale: the unit, and what the number is multiplied by.
SCALED_FORMS = {
    "mcf": ("cubic foot", 1e3), "bcf": ("cubic foot", 1e9), "tcf": ("cubic foot", 1e12),
    "mcm": ("cubic meter", 1e6), "bcm": ("cubic meter", 1e9),
    "kbpd": ("barrel per day", 1e3), "mbpd": ("barrel per day", 1e6),
}  # fmt: skip
# Pairs in which one quantity is told, and how many of the second make one of the first: "5 feet 10 inches".
SUBUNITS = {
    ("foot", "inch"): 12, ("yard", "foot"): 3, ("stone", "pound"): 14, ("pound", "ounce"): 16,
    ("hour", "minute"): 60, ("minute", "second"): 60, ("day", "hour"): 24, ("week", "day"): 7, ("year", "month"): 12,
    ("meter", "centimeter"): 100, ("kilogram", "gram"): 1000,
}  # fmt: skip
# Ages count these; the others of duration measure time only.
AGE_UNITS = frozenset({"year", "month", "week", "day"})

# "a share", "per head": what a rate may be per, beside every unit above.
PER_NOUNS = {
    noun: noun
    for noun in """
    share capita person household dozen contract click unit vote ticket child student vehicle piece night game flight
    family worker employee patient quarter season pack bottle bag box car trip room seat passenger customer token coin
    bond resident pupil user call plate episode copy meal property home dose
    """.split()  # noqa: SIM905 (a table of words reads best as words)
} | {"b": "barrel", "shares": "share", "head": "person", "annum": "year"}
