"""Symbols, words and codes of money → ISO 4217."""

SYMBOLS = {
    "$": "USD", "US$": "USD", "U$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW",
    "₪": "ILS", "₺": "TRY", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₴": "UAH", "₡": "CRC", "₵": "GHS",
    "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "R$": "BRL",
    "NT$": "TWD", "元": "CNY", "₭": "LAK", "₾": "GEL", "₸": "KZT", "₼": "AZN", "៛": "KHR", "৳": "BDT", "₲": "PYG",
    "Mex$": "MXN", "Can$": "CAD", "Cdn$": "CAD", "Aus$": "AUD", "J$": "JMD", "TT$": "TTD", "RD$": "DOP",
    "Rs": "INR", "Rs.": "INR", "RM": "MYR", "Rp": "IDR", "CHF": "CHF", "kr": "SEK", "Tk": "BDT", "KSh": "KES",
    "₿": "bitcoin",
    "zł": "PLN", "Y=": "JPY",
}  # fmt: skip
# Letters that are a sign of money where they touch an amount: "R7.5bn", "N5,000", "KSh200m"; "PS" is what conversion to
# ASCII makes of "£", and "Y=" of "¥".
LETTER_SIGNS = {
    "RM": "MYR", "Rs": "INR", "Rp": "IDR", "R": "ZAR", "N": "NGN", "P": "PHP", "K": "ZMW", "Tk": "BDT", "PS": "GBP",
    "Y": "JPY",
    "Sh": "KES", "Shs": "KES", "KSh": "KES", "Ksh": "KES", "TSh": "TZS", "Tsh": "TZS", "USh": "UGX", "Ush": "UGX",
}  # fmt: skip
# Of these, such as may be part of a name ("R61", "PS5"): they need an amount with a decimal, a group or a scale.
NAMELIKE_SIGNS = frozenset({"R", "N", "P", "K", "PS", "Y"})

# Codes that stand before or after an amount; those that are English words or common initials are left out.
CODES = frozenset(
    """
    USD EUR GBP JPY CNY INR RUB KRW ILS TRY NGN PHP THB VND UAH AUD CAD NZD HKD SGD BRL TWD CHF SEK NOK DKK PLN CZK HUF
    RON BGN HRK RSD MXN ARS CLP COP PEN UYU ZAR EGP KES GHS TZS UGX MAD TND DZD XOF XAF ETB SAR AED QAR KWD BHD OMR JOD
    LBP IQD IRR SYP YER AFN PKR LKR BDT MMK IDR MYR KZT UZS AZN GEL AMD BYN MDL ISK
    """.split()  # noqa: SIM905 (a table of words reads best as words)
) | {"RMB", "STG"}
CODE_ALIASES = {"RMB": "CNY", "STG": "GBP"}
# Codes in small letters, less those that are words; and the dollar sign after a code: "MXN$5".
_WORDLIKE = frozenset("TRY COP PEN MAD RON GEL ALL TOP ILS STG PHP".split())  # noqa: SIM905
CODE_ALIASES |= {code.lower(): CODE_ALIASES.get(code, code) for code in CODES - _WORDLIKE}
CODES |= frozenset(CODE_ALIASES)
SYMBOLS |= {f"{code}$": code for code in ("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "CLP", "COP", "ARS")}
SYMBOLS |= {symbol.upper(): code for symbol, code in SYMBOLS.items() if symbol.endswith("$")}
# Business writes millions and thousands before a code: "MSEK 40", "120 MEUR", "KSEK".
CODE_SCALES = {"M": 1e6, "K": 1e3}
# Signs that may follow their amount: "5 €", "100元"; never "Rs", "RM", which are letters.
SIGNS_AFTER = frozenset(symbol for symbol in SYMBOLS if len(symbol) == 1 or not symbol.isascii())
# A country after a bare dollar: "$45 US a barrel".
COUNTRY_AFTER = {
    "US": "USD", "U.S.": "USD", "USD": "USD", "Canadian": "CAD", "CAD": "CAD", "CDN": "CAD", "Cdn": "CAD", "AUD": "AUD",
    "Australian": "AUD", "NZD": "NZD", "HK": "HKD", "HKD": "HKD", "SGD": "SGD",
}  # fmt: skip

# Names of money. Those that countries share mean the widely known one, unless the story is about another (`SHARED`).
WORDS: dict[tuple[str, ...], str] = {
    tuple(name.split()): code
    for code, names in {
        "USD": "dollar, dollars, bucks, buck, us dollar, us dollars, u.s. dollar, u.s. dollars, american dollars, "
        "united states dollar, united states dollars, u.s dollars, us $, u.s. $, greenbacks",
        "CAD": "canadian dollar, canadian dollars",
        "AUD": "australian dollar, australian dollars",
        "NZD": "new zealand dollar, new zealand dollars",
        "HKD": "hong kong dollar, hong kong dollars",
        "SGD": "singapore dollar, singapore dollars, singaporean dollars",
        "TWD": "taiwan dollar, taiwan dollars, new taiwan dollars, taiwanese dollars",
        "GBP": "pound, pounds, pound sterling, pounds sterling, british pound, british pounds, quid, sterling",
        "EUR": "euro, euros",
        "JPY": "yen, japanese yen",
        "CNY": "yuan, kuai, chinese yuan, renminbi, yuan renminbi",
        "INR": "rupee, rupees, indian rupees, indian rupee",
        "PKR": "pakistani rupee, pakistani rupees, pakistan rupees",
        "LKR": "sri lankan rupees, sri lanka rupees",
        "IDR": "rupiah, rupiahs, indonesian rupiah",
        "RUB": "ruble, rubles, rouble, roubles, russian rubles, russian roubles",
        "UAH": "hryvnia, hryvnias, hryvnya",
        "KRW": "won, south korean won, korean won",
        "CHF": "franc, francs, swiss franc, swiss francs",
        "FRF": "french francs, french franc",
        "XOF": "cfa francs, cfa franc",
        "DEM": "marks, deutsche mark, deutsche marks, german marks, deutschmarks",
        "FIM": "markka, markkaa, finnish markka",
        "ITL": "lira, lire, italian lire",
        "TRY": "turkish lira, turkish liras, liras",
        "ESP": "peseta, pesetas, spanish pesetas",
        "NLG": "guilder, guilders, dutch guilders",
        "SEK": "krona, kronor, swedish kronor, swedish krona, swedish crowns",
        "NOK": "norwegian kroner, norwegian krone, norwegian crowns",
        "DKK": "krone, kroner, danish kroner, danish krone",
        "ISK": "icelandic kronur, icelandic krona",
        "PLN": "zloty, zlotys, zlotych, polish zloty, polish zlotys",
        "CZK": "czech koruna, czech crowns, koruna, korunas",
        "HUF": "forint, forints",
        "RON": "leu, lei, romanian lei",
        "BGN": "leva, bulgarian lev",
        "HRK": "kuna, kunas",
        "RSD": "serbian dinars, serbian dinar",
        "GEL": "lari, georgian lari",
        "LAK": "kip, lao kip",
        "CRC": "colones, costa rican colones",
        "ILS": "shekel, shekels, israeli shekels, new shekels",
        "MXN": "peso, pesos, mexican pesos, mexican peso",
        "ARS": "argentine pesos, argentinian pesos, argentine peso",
        "CLP": "chilean pesos, chilean peso",
        "UYU": "uruguayan pesos, uruguayan peso",
        "DOP": "dominican pesos, dominican peso",
        "CUP": "cuban pesos, cuban peso",
        "COP": "colombian pesos, colombian peso",
        "PHP": "philippine pesos, philippine peso",
        "BRL": "reais, brazilian reais, brazilian reals, real, reals",
        "PEN": "peruvian soles, soles",
        "ZAR": "rand, rands, south african rand",
        "NGN": "naira, nigerian naira",
        "KES": "kenyan shillings, shilling, shillings, kenya shillings",
        "UGX": "ugandan shillings",
        "TZS": "tanzanian shillings",
        "GHS": "cedi, cedis, ghana cedis",
        "EGP": "egyptian pounds, egyptian pound",
        "LBP": "lebanese pounds, lebanese pound",
        "SYP": "syrian pounds, syrian pound",
        "SDG": "sudanese pounds, sudanese pound",
        "NPR": "nepali rupees, nepalese rupees",
        "DZD": "algerian dinars",
        "TND": "tunisian dinars",
        "LYD": "libyan dinars",
        "OMR": "omani rials, omani riyals",
        "YER": "yemeni rials, yemeni riyals",
        "SOS": "somali shillings",
        "RWF": "rwandan francs",
        "CDF": "congolese francs",
        "ETB": "birr, ethiopian birr",
        "MAD": "moroccan dirhams",
        "AED": "dirham, dirhams, uae dirhams, emirati dirhams",
        "SAR": "riyal, riyals, saudi riyals, saudi riyal",
        "QAR": "qatari riyals",
        "IRR": "rial, rials, iranian rials",
        "KWD": "kuwaiti dinars, kuwaiti dinar",
        "JOD": "jordanian dinars",
        "IQD": "dinar, dinars, iraqi dinars, iraqi dinar",
        "THB": "baht, thai baht",
        "VND": "dong, vietnamese dong",
        "MYR": "ringgit, malaysian ringgit",
        "BDT": "taka, bangladeshi taka",
        "KZT": "tenge",
        "MMK": "kyat, kyats",
    }.items()
    for name in names.split(", ")
}
LONGEST_WORD = max(map(len, WORDS))

# A hundredth of: "50 cents" is 0.5 of the currency.
HUNDREDTHS = {
    "cent": "USD", "cents": "USD", "¢": "USD", "pence": "GBP", "penny": "GBP", "p": "GBP", "pennies": "USD",
    "kopecks": "RUB", "paise": "INR", "sen": "MYR",
}  # fmt: skip

# Names of money that countries share: ISO 3166 alpha-3 and ISO 4217. The first country's is meant where the story tells
# nothing.
SHARED: dict[str, dict[str, str]] = {
    "dollar": {
        "USA": "USD", "CAN": "CAD", "AUS": "AUD", "NZL": "NZD", "SGP": "SGD", "HKG": "HKD", "TWN": "TWD",
        "JAM": "JMD", "FJI": "FJD", "TTO": "TTD",
    },
    "peso": {
        "MEX": "MXN", "CHL": "CLP", "COL": "COP", "ARG": "ARS", "PHL": "PHP", "URY": "UYU", "DOM": "DOP", "CUB": "CUP",
    },
    "rupee": {"IND": "INR", "PAK": "PKR", "LKA": "LKR", "NPL": "NPR", "MUS": "MUR"},
    "pound": {"GBR": "GBP", "EGY": "EGP", "LBN": "LBP", "SYR": "SYP", "SDN": "SDG", "SSD": "SSP"},
    "krona": {"SWE": "SEK", "ISL": "ISK"},
    "krone": {"DNK": "DKK", "NOR": "NOK"},
    "crown": {"SWE": "SEK", "NOR": "NOK", "DNK": "DKK", "ISL": "ISK", "CZE": "CZK"},
    "franc": {
        "CHE": "CHF", "RWA": "RWF", "COD": "CDF", "BDI": "BIF", "GIN": "GNF", "DJI": "DJF", "SEN": "XOF", "CIV": "XOF",
        "MLI": "XOF", "BFA": "XOF", "NER": "XOF", "BEN": "XOF", "TGO": "XOF", "CMR": "XAF", "GAB": "XAF", "TCD": "XAF",
    },
    "dinar": {
        "IRQ": "IQD", "KWT": "KWD", "JOR": "JOD", "DZA": "DZD", "TUN": "TND", "LBY": "LYD", "SRB": "RSD", "BHR": "BHD",
    },
    "riyal": {"SAU": "SAR", "QAT": "QAR", "OMN": "OMR", "YEM": "YER"},
    "rial": {"IRN": "IRR", "OMN": "OMR", "YEM": "YER"},
    "dirham": {"ARE": "AED", "MAR": "MAD"},
    "shilling": {"KEN": "KES", "UGA": "UGX", "TZA": "TZS", "SOM": "SOS"},
    "yen sign": {"JPN": "JPY", "CHN": "CNY"},
    "P sign": {"PHL": "PHP", "BWA": "BWP"},
    "K sign": {"ZMB": "ZMW", "PNG": "PGK", "MMR": "MMK"},
}  # fmt: skip
# Families in which the first country's money is meant unless another is told; in the others it is a guess.
SETTLED = frozenset({"dollar", "pound", "yen sign", "rupee"})
# World markets price these in dollars of the United States, whatever the story's country.
PRICED_IN_DOLLARS = frozenset({"barrel", "ounce", "million british thermal unit"})
# Bare names and signs, by family; a name with its country ("Chilean pesos") is in none.
FAMILIES = {name: family for family in SHARED for name in (family, f"{family}s")} | {
    "kronor": "krona", "kroner": "krone", "kronur": "krona",
}  # fmt: skip
SIGN_FAMILIES = {
    "$": "dollar", "¥": "yen sign", "Rs": "rupee", "Rs.": "rupee", "kr": "crown", "P": "P sign", "K": "K sign",
    "Y": "yen sign", "Y=": "yen sign",
    "Sh": "shilling", "Shs": "shilling",
}  # fmt: skip
# Names of places, beside those of countries and their regions, that tell whose money is meant.
PLACES = {
    "CAN": "Toronto;Montreal;Vancouver;Calgary;TSX",
    "AUS": "Sydney;Melbourne;Brisbane;Perth;ASX",
    "NZL": "Auckland;NZX;Kiwi",
    "HKG": "Hong Kong;Hong Konger",
    "USA": "New York;Wall Street;Pentagon;White House;Congress",
    "GBR": "Sterling;Whitehall;Westminster",
}

# Pounds weigh or pay: words near that tell which; and nouns of which money, not mass, is told ("pounds of debt").
WEIGHING = frozenset(
    """
    weigh weighs weighed weighing weight heavy heavier lighter overweight lb lbs kg kilo kilos kilogram kilograms ton
    tons tonne tonnes ounce ounces thrust payload warhead warheads explosives cargo
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
# Words of texts in which people's pounds are lost and gained.
BODY_WEIGHT = frozenset("weight obesity obese overweight diet dieting slimmer slimming bmi calories".split())  # noqa: SIM905
PAYING = frozenset(
    """
    cost pay fine spend earn price worth invest owe lend borrow donate sell buy raise budget loan debt profit salary
    wage tax bill fee compensation turnover revenue million billion $ € £ sterling currency cash money dollar euro
    """.split()  # noqa: SIM905
)
EARNING = frozenset("make spend cost pay earn owe save lose invest raise donate waste pour borrow lend pledge".split())  # noqa: SIM905
VALUED = frozenset(
    """
    damage damages debt debts investment investments funding money aid savings spending tax taxes revenue income profit
    profits losses cuts support grants taxpayers taxpayer public government business orders sales assets property work
    loans fraud equipment goods jewellery contracts cash value funds benefits subsidies compensation
    """.split()  # noqa: SIM905
)
