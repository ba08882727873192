"""Nouns whose number is a name: "Article 4", "flight 370", "No. 2"."""

LABELS = frozenset(
    """
    no no. nos nos. number numbers # section sec sec. article articles chapter page pages p. pp. act amendment
    phase stage level grade tier title room flight channel route highway interstate freeway episode season
    round version type model paragraph clause part volume vol vol. issue figure fig fig. table exhibit
    appendix item step rule resolution proposition prop measure bill docket case lot unit apartment apt suite
    ste gate terminal platform track line bus train runway pier district precinct ward zone sector area region
    division block building house box p.o. zip code form schedule category scenario option plan session day
    game match week test race heat lap hole court studio formula apollo window windows iphone ipad galaxy
    playstation xbox android covid boeing airbus mk mark mach class psalm psalms verse genesis exodus matthew
    luke john romans top bottom sdg goal size sizes
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
# Those that are also common words: what follows them may count after all ("test 40 drivers").
WORDLIKE_LABELS = frozenset(
    "no top bottom number numbers in match race plan option line test measure house goal".split()  # noqa: SIM905
)
# Names that a number belongs to from the left: stock indexes; and from the right: "90049 ZIP Code".
NUMBERED_INDEXES = frozenset(
    "s&p sp nasdaq russell stoxx cac ftse nikkei csi asx fortune dax topix ibex nifty smi tsx ta".split()  # noqa: SIM905
)
CODES_AFTER = frozenset({"ZIP", "Zip"})
# Airliners that news calls by their number alone, and what follows it then.
AIRCRAFT = frozenset("707 717 727 737 747 757 767 777 787 320 321 330 340 350 380".split())  # noqa: SIM905
AIRCRAFT_NOUNS = frozenset("max dreamliner jumbo jet jets plane planes airliner airliners aircraft neo".split())  # noqa: SIM905
STREETS = frozenset(
    "street st st. avenue ave ave. road rd rd. boulevard blvd lane ln drive dr. way place square court "  # noqa: SIM905
    "highway terrace parkway".split()
)
# Words after and before "one" with which it counts nothing.
ONE_AFTER = frozenset(
    """
    of another after thing way such who that reason side hand point would can could should may might must will hell or
    among he she it they we you i
    """.split()  # noqa: SIM905
)
ONE_BEFORE = frozenset("no this that any every which each another the last next new first".split())  # noqa: SIM905
# Adjectives before which "one" picks an example, and times that "one" leaves open: "one key industry", "one night".
PICKING = frozenset(
    """
    key major main big possible common popular recent notable particular important clear obvious prominent striking
    potential early senior central typical famous classic favourite favorite interesting good
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
SPELLS = frozenset("night day morning evening afternoon weekend summer winter spring autumn occasion time".split())  # noqa: SIM905
# Nouns behind a number word and a hyphen that name a kind, not a count: "a two-stroke engine", "a three-piece suit".
FIXED = frozenset(
    """
    stroke piece door link star speed figure part way set setter course tier pronged sided dimensional legged wheel
    wheeled lane handed fold horse tone step minded thirds letter
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
# Words near "points": an index, or shares of voters and rates.
INDEXES = frozenset(
    """
    index indexes indices dow nasdaq s&p ftse dax nikkei sensex nifty average composite benchmark stocks futures market
    markets shares kospi tsx hang stoxx cac topix exchange bourse
    """.split()  # noqa: SIM905
)
SHARES = frozenset(
    """
    percent % cent margin approval survey poll polls polling voters rate rates lead leads inflation unemployment
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
# What a ratio in two numbers is: "a 3 to 1 margin".
RATIOS = frozenset("margin vote votes ratio odds majority lead victory win favor favour against".split())  # noqa: SIM905
# Numbers that are part of a name after them: "Big Three", "Group of Seven" are found by their capitals and "of".
GROUPS = frozenset({"group", "gang", "fab", "big", "squad", "p", "g"})
# What texts of sports speak of: a number in brackets after a name is a shirt's there, not an age.
PLAYING = frozenset(
    """
    game games touchdown quarterback receiver linebacker defenseman goalie goalkeeper goal goals striker midfielder
    defender inning innings pitcher nfl nba nhl mlb season seed seeded match matches set sets playoff playoffs half
    puck pass passes
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)
# Kin, who are called by that as by a name: "Granny (78)".
KIN = frozenset("mother father mum mom dad daddy mummy grandmother grandfather grandma grandpa granny gran".split())  # noqa: SIM905
PEOPLE = frozenset(
    """
    people person persons men man women woman children child boy girl soldiers troops civilians workers voters
    refugees migrants protesters students victims passengers residents police officers members
    """.split()  # noqa: SIM905
)
