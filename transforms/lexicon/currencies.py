"""Symbols, words and codes of money → ISO 4217."""

SYMBOLS = {
    "$": "USD", "US$": "USD", "U$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW",
    "₪": "ILS", "₺": "TRY", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₴": "UAH", "₡": "CRC", "₵": "GHS",
    "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "R$": "BRL",
    "NT$": "TWD", "元": "CNY", "Rs": "INR", "Rs.": "INR", "RM": "MYR", "Rp": "IDR", "CHF": "CHF", "kr": "SEK",
    "₿": "BTC",
    "zł": "PLN",
}  # fmt: skip

# Codes that stand before or after an amount; those that are English words or common initials are left out.
CODES = frozenset(
    """
    USD EUR GBP JPY CNY INR RUB KRW ILS TRY NGN PHP THB VND UAH AUD CAD NZD HKD SGD BRL TWD CHF SEK NOK DKK PLN CZK HUF
    RON BGN HRK RSD MXN ARS CLP COP PEN UYU ZAR EGP KES GHS TZS UGX MAD TND DZD XOF XAF ETB SAR AED QAR KWD BHD OMR JOD
    LBP IQD IRR SYP YER AFN PKR LKR BDT MMK IDR MYR KZT UZS AZN GEL AMD BYN MDL ISK BTC ETH
    """.split()  # noqa: SIM905 (a table of words reads best as words)
) | {"RMB", "STG"}
CODE_ALIASES = {"RMB": "CNY", "STG": "GBP"}

# Words, the longest first where they begin alike. `None`: decided by the story ("dollars", "pounds").
WORDS: dict[tuple[str, ...], str] = {
    tuple(name.split()): code
    for code, names in {
        "USD": "dollar, dollars, usd, bucks, buck, us dollar, us dollars, u.s. dollar, u.s. dollars, american dollars, "
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
        "CNY": "rmb, yuan, chinese yuan, renminbi, yuan renminbi",
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
        "DEM": "mark, marks, deutsche mark, deutsche marks, german marks, deutschmarks",
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
        "ILS": "shekel, shekels, israeli shekels, new shekels",
        "MXN": "peso, pesos, mexican pesos, mexican peso",
        "ARS": "argentine pesos, argentinian pesos",
        "CLP": "chilean pesos",
        "COP": "colombian pesos",
        "PHP": "philippine pesos, philippine peso",
        "BRL": "reais, brazilian reais, brazilian reals, real, reals",
        "PEN": "peruvian soles, soles",
        "ZAR": "rand, rands, south african rand",
        "NGN": "naira, nigerian naira",
        "KES": "kenyan shillings, shillings, kenya shillings",
        "UGX": "ugandan shillings",
        "TZS": "tanzanian shillings",
        "GHS": "cedi, cedis, ghana cedis",
        "EGP": "egyptian pounds, egyptian pound",
        "LBP": "lebanese pounds",
        "ETB": "birr, ethiopian birr",
        "MAD": "dirham, dirhams, moroccan dirhams",
        "AED": "uae dirhams, emirati dirhams",
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
        "BTC": "bitcoin, bitcoins",
    }.items()
    for name in names.split(", ")
}
LONGEST_WORD = max(map(len, WORDS))

# A hundredth of: "50 cents" is 0.5 of the currency.
HUNDREDTHS = {
    "cent": "USD", "cents": "USD", "¢": "USD", "pence": "GBP", "penny": "GBP", "pennies": "USD", "kopecks": "RUB",
    "paise": "INR", "sen": "MYR",
}  # fmt: skip

# Countries whose own money is called as the widely known one, by words that name the country or its people.
DOLLARS = {
    "CAD": (
        "CAN",
        frozenset(
            {"canada", "canadian", "canadians", "ottawa", "toronto", "ontario", "quebec", "alberta", "vancouver"}
        ),
    ),
    "AUD": (
        "AUS",
        frozenset({"australia", "australian", "australians", "canberra", "sydney", "melbourne", "queensland", "asx"}),
    ),
    "NZD": ("NZL", frozenset({"zealand", "auckland", "nzx", "kiwi", "kiwis"})),
    "SGD": ("SGP", frozenset({"singapore", "singaporean", "singaporeans"})),
    "HKD": ("HKG", frozenset({"hong-kong"})),
    "TWD": ("TWN", frozenset({"taipei"})),
}
UNITED_STATES = frozenset({"u.s.", "us", "america", "american", "americans", "washington", "usa", "york"})
