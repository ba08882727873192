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
        "foot": "foot,feet,ft,ft.",
        "inch": "inch,inches,in.,″",
        "light year": "light year,light years,light-years",
        "caliber": "caliber,calibre",
        "story": "story,stories,storey,storeys,storied",
        "furlong": "furlong,furlongs",
    },
    "area": {
        "square kilometer": "square kilometer,square kilometers,square kilometre,square kilometres,sq km,sq. km,"
        "sqkm,km²,km2",
        "square meter": "square meter,square meters,square metre,square metres,sq m,sqm,m²,m2,sq metres,sq meters",
        "square mile": "square mile,square miles,sq mi,sq miles",
        "square foot": "square foot,square feet,sq ft,sqft,sq. ft.,sf,sq feet",
        "square yard": "square yard,square yards",
        "square inch": "square inch,square inches",
        "square centimeter": "square centimeters,square centimetres,cm²,cm2",
        "acre": "acre,acres",
        "hectare": "hectare,hectares,ha",
    },
    "volume": {
        "liter": "liter,liters,litre,litres,l,L",
        "milliliter": "milliliter,milliliters,millilitre,millilitres,ml,mL",
        "gallon": "gallon,gallons,gal",
        "barrel": "barrel,barrels,bbl,bbls",
        "cubic meter": "cubic meter,cubic meters,cubic metre,cubic metres,m³,m3,cu m,cbm",
        "cubic foot": "cubic foot,cubic feet,cu ft,ft³",
        "cubic kilometer": "cubic kilometers,cubic kilometres",
        "cubic centimeter": "cubic centimeters,cubic centimetres,cc,cm³",
        "cubic inch": "cubic inch,cubic inches",
        "pint": "pint,pints",
        "quart": "quart,quarts",
        "bushel": "bushel,bushels",
        "fluid ounce": "fluid ounce,fluid ounces,fl oz",
        "cup": "cup,cups",
        "teaspoon": "teaspoon,teaspoons,tsp",
        "tablespoon": "tablespoon,tablespoons,tbsp",
    },
    "mass": {
        "kilogram": "kilogram,kilograms,kilogramme,kilogrammes,kg,kgs,kilo,kilos",
        "gram": "gram,grams,gramme,grammes,g",
        "milligram": "milligram,milligrams,mg",
        "microgram": "microgram,micrograms,μg,mcg",
        "tonne": "tonne,tonnes,metric ton,metric tons,mt",
        "ton": "ton,tons",
        "kilotonne": "kilotonne,kilotonnes,kiloton,kilotons,kt",
        "megatonne": "megatonne,megatonnes,megaton,megatons",
        "gigatonne": "gigatonne,gigatonnes,gigaton,gigatons",
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
        "º celsius,degree centigrade,"
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
        "british thermal unit": "btu,BTU,mmbtu",
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
        "hertz": "hertz,Hz",
        "kilohertz": "kilohertz,kHz",
        "megahertz": "megahertz,MHz,Mhz",
        "gigahertz": "gigahertz,GHz,Ghz",
    },
    "electricity": {
        "volt": "volt,volts,V",
        "kilovolt": "kilovolt,kilovolts,kV",
        "ampere": "ampere,amperes,amp,amps",
        "milliampere hour": "milliamp hour,mAh",
    },
    "pressure": {
        "pascal": "pascal,pascals,Pa",
        "hectopascal": "hectopascal,hectopascals,hPa",
        "megapascal": "megapascal,megapascals,MPa",
        "millibar": "millibar,millibars,mb",
        "bar": "bar,bars",
        "pound per square inch": "psi,PSI",
    },
    "sound": {"decibel": "decibel,decibels,dB"},
    "torque": {
        "newton meter": "newton meter,newton meters,newton metres,Nm",
        "pound foot": "pound foot,pound feet,pound-feet,lb-ft",
    },
    "concentration": {
        "part per million": "ppm,parts per million",
        "part per billion": "ppb,parts per billion",
    },
    "flow": {"barrel per day": "bpd,b/d,bopd"},
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
    "index": {"index_point": "index point,index points"},
    "multiple": {"times": "times,time,x,X,×,fold,-fold"},
}

LONGEST = 3  # words of a form
DIMENSIONS = {name: dimension for dimension, units in _UNITS.items() for name in units}
FORMS: dict[tuple[str, ...], str] = {
    tuple(form.split()): name for units in _UNITS.values() for name, forms in units.items() for form in forms.split(",")
}
# Forms that need digits right before them: as words they are something else ("in", "a", "us").
SHORT = 3  # letters
LETTERS = frozenset(
    form for (form, *rest) in FORMS if not rest and form.isalpha() and (len(form) <= SHORT or not form.islower())
) - {"day", "ton"}
# Ages count these; the others of duration measure time only.
AGE_UNITS = frozenset({"year", "month", "week", "day"})

# "a barrel", "per day", "/kg": what a rate may be per, beside every unit above.
PER_NOUNS = {
    "share": "share", "shares": "share", "capita": "capita", "person": "person", "head": "person",
    "household": "household",
    "ounce": "ounce", "unit": "unit", "vote": "vote", "ticket": "ticket", "child": "child", "student": "student",
    "vehicle": "vehicle", "piece": "piece", "night": "night", "game": "game", "annum": "year", "litre": "liter",
    "flight": "flight", "family": "family", "worker": "worker", "employee": "employee", "patient": "patient",
    "quarter": "quarter", "season": "season", "pack": "pack", "bottle": "bottle", "bag": "bag", "box": "box",
    "car": "car",
    "trip": "trip", "room": "room", "seat": "seat", "passenger": "passenger", "customer": "customer", "metre": "meter",
    "cubic": "cubic meter", "barrel": "barrel", "bushel": "bushel", "token": "token", "coin": "coin", "bond": "bond",
    "resident": "resident", "pupil": "pupil", "user": "user", "acre": "acre", "call": "call", "plate": "plate",
    "episode": "episode", "copy": "copy", "meal": "meal", "property": "property", "home": "home", "dose": "dose",
}  # fmt: skip
