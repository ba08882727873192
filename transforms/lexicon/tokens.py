"""Words that the tokeniser must know: those that keep a full stop, split, or keep a hyphen.

The conventions are those of Universal Dependencies English-EWT.
"""

# Keep their full stop, whatever follows. Initials and dotted capitals are found by their look.
ABBREVIATIONS = frozenset(
    """
    mr mrs ms mx dr prof st ste mt ft gen lt col capt maj sgt cpl adm cmdr gov sen rep reps sens rev
    hon pres sr jr esq messrs mlle mme supt dept insp det
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
    inc corp ltd co bros assn univ dept est plc llc sq cu
    ave blvd rd hwy vs etc al cf ca approx vol pp ed eds fig figs eq sec ch art para no nos
    e.g i.e a.m p.m ph.d m.sc b.sc m.phil d.c a.k.a
    ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla
    ore penn tenn tex va vt wash wis wyo alta ont que
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)

# Abbreviations that are also words: they keep the full stop only before a capital or a digit.
AMBIGUOUS_ABBREVIATIONS = frozenset(
    "mar sat sun mon fig ill ind kan la mass miss mo ore penn tex wash no nos art ed co del ca est col".split()  # noqa: SIM905
)

# One written word that is two syntactic words: the number of letters of the first.
SPLIT_FORMS = {
    "cannot": 3,
    "gonna": 3,
    "wanna": 3,
    "gotta": 3,
    "gimme": 3,
    "lemme": 3,
    "dont": 2,
    "doesnt": 4,
    "didnt": 3,
    "isnt": 2,
    "wasnt": 3,
    "arent": 3,
    "werent": 4,
    "couldnt": 5,
    "wouldnt": 5,
    "shouldnt": 6,
    "havent": 4,
    "hasnt": 3,
    "wont": 2,
    "cant": 2,
    "alot": 1,
    "thats": 4,
    "theres": 5,
    "whats": 4,
    "youre": 3,
    "theyre": 4,
    "ive": 1,
    "im": 1,
}

# A hyphen after these does not split: "anti-tank" is one word, "so-called" three.
HYPHEN_PREFIXES = frozenset(
    """
    e x non mid pre anti re co post over multi pro ex sub semi micro cross neo intra un arch counter
    socio psycho mini inter ultra trans infra extra hyper proto pseudo quasi de bi tri
    """.split()  # noqa: SIM905
)

# Short words that a lost space glues to the number after them: "eight and10".
GLUED_WORDS = frozenset("and or of the to in at by from than for on with about over as is was are".split())  # noqa: SIM905

# Endings of a name on the net, and of files. Country codes that are words are left out.
DOMAIN_ENDINGS = (
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "uk", "eu", "ru", "cn", "jp", "au", "tv",
    "xlsx", "xls", "docx", "doc", "pdf", "txt", "html", "htm", "pptx", "ppt", "zip", "jpg", "png", "csv",
    "XLS", "DOC", "PDF",
)  # fmt: skip
