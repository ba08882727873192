"""Words by which a text says who says it: verbs and nouns of speech, thought and finding."""

# Verbs whose clause (`ccomp`, `xcomp`, quotation) is what their subject says, writes, finds or thinks.
REPORTING = frozenset(
    """
    say tell add report announce claim warn estimate note state argue believe think predict forecast project show
    find suggest reveal confirm insist allege testify write tweet post explain acknowledge admit conclude declare
    deny emphasise emphasize stress indicate promise pledge vow propose hope expect anticipate calculate remark
    comment reply respond answer recall mention maintain assert contend caution complain observe continue joke shout
    repeat reiterate agree concede speculate imply inform notify reckon disclose point ask quip boast charge accuse
    feel know fear doubt see consider recommend urge demand learn tout describe read determine assure hint highlight
    underline underscore publish brief cite quote assess guess suspect figure decide rule foresee
    """.split()  # noqa: SIM905 (a table of words reads best as words)
)

# Of those, verbs whose object alone is a statement: "pledged $5 million", "puts the toll at 40".
STATING = frozenset(
    """
    promise pledge vow announce estimate forecast project predict allege propose cite rate reference note
    report calculate reckon assess tout boast say believe warn insist expect anticipate foresee confirm disclose
    acknowledge stress emphasise emphasize highlight mention recommend demand suggest
    """.split()  # noqa: SIM905
)

# Verbs whose object is a finding where their subject is a piece of writing or research: "a study found 31 cases",
# but not "divers found 31 bodies".
FINDING = frozenset(
    """
    find show put count record reveal list give mention identify document suggest indicate say see
    """.split()  # noqa: SIM905
)
WRITINGS = frozenset(
    """
    study report survey poll analysis data figure research document index review investigation paper audit average
    census statement letter memo filing complaint article lawsuit indictment statistic record estimate forecast
    finding database tally count assessment bulletin release statement register log chart test
    author researcher economist analyst auditor footage video photograph map slide recording transcript tape
    """.split()  # noqa: SIM905
)
# Verbs whose object of a preposition is what their subject says: "called for 40 schools".
COMPLEMENTS: dict[str, tuple[str, ...]] = {
    "accuse": ("of",),
    "ask": ("about",),
    "attack": ("for", "over", "as"),
    "blame": ("for",),
    "blast": ("for", "over", "as"),
    "boast": ("of", "about"),
    "brag": ("of", "about"),
    "call": ("for",),
    "characterise": ("as",),
    "characterize": ("as",),
    "charge": ("with",),
    "compare": ("to",),
    "complain": ("of", "about"),
    "condemn": ("for", "as"),
    "credit": ("with", "for"),
    "criticise": ("for", "over", "as"),
    "criticize": ("for", "over", "as"),
    "denounce": ("for", "over", "as"),
    "depict": ("as",),
    "describe": ("as",),
    "dismiss": ("as",),
    "fault": ("for",),
    "grill": ("for", "over", "about"),
    "hail": ("as",),
    "hint": ("at",),
    "liken": ("to",),
    "mock": ("for", "over", "as"),
    "point": ("to",),
    "portray": ("as",),
    "praise": ("for", "as"),
    "press": ("on", "over", "about"),
    "put": ("at",),
    "rail": ("against",),
    "rebuke": ("for", "over"),
    "refer": ("to",),
    "scold": ("for", "over"),
    "slam": ("for", "over", "as"),
    "speak": ("of",),
    "talk": ("of", "about"),
    "warn": ("of", "about", "against"),
}
# Verbs of speech or thought that also tell of what was seen or made: an infinitive or participle is no report.
SEEING = frozenset({"see", "feel", "ask", "decide", "rule", "continue", "learn", "know"})
# Verbs of will: what their subject has in mind, which nobody else can know. Who tells of it to the text outranks them.
WILLING = frozenset("want wish intend plan aim agree".split())  # noqa: SIM905
# Verbs whose infinitive belongs to a passive, whatever its form looks like: "emissions forecast to fall".
RECKONED = frozenset("forecast project estimate predict calculate reckon believe think say report know".split())  # noqa: SIM905
# Verbs that are no speech or thought though a clause with "that" follows.
MAKING = frozenset(
    """
    ensure guarantee mean require mandate dictate make cause help happen prove matter follow turn seem appear provide
    emerge break spread surface transpire
    """.split()  # noqa: SIM905
)

# Nouns that announce words to come: "made the following comment:", "this finding:".
ANNOUNCING = frozenset(
    """
    comment statement remark finding question answer reply response message tweet post note summary passage quote
    """.split()  # noqa: SIM905
)

# Verbs that may follow a quotation with their subject and say that it was spoken.
SPEECH = frozenset(
    """
    say tell add write tweet post explain note warn declare state insist argue continue reply respond answer remark
    comment recall joke quip ask admit acknowledge announce testify claim conclude stress emphasise emphasize
    reiterate repeat confirm observe caution complain boast shout
    """.split()  # noqa: SIM905
)

# Nouns whose clause or complement is what somebody says: "his claim that ...", "a report of ...".
REPORTS = frozenset(
    """
    claim report statement estimate allegation assertion suggestion announcement warning forecast prediction belief
    accusation promise pledge finding admission argument emphasis comment remark insistence case point
    conclusion view opinion fear hope concern complaint contention calculation acknowledgement acknowledgment reminder
    vow boast theory expectation assumption representation
    """.split()  # noqa: SIM905
)

# Verbs that make a statement their subject's own: "repeated claims that ...".
TELLING = frozenset("make repeat reiterate renew issue release publish echo voice offer stand".split())  # noqa: SIM905

# Prepositions and adverbs that name a source: "according to X", "in the words of X".
ACCORDING = frozenset({"according"})

# Sources that somebody quotes: where a person tells of them, the person is the source.
DOCUMENTS = frozenset(
    """
    investigation study report data figure survey poll analysis evidence document research finding statistic record
    result
    """.split()  # noqa: SIM905
)

# Things that do not speak though they stand before a verb of this list.
MUTE = frozenset({"it", "that", "this", "there", "which", "what", "who", "one", "everyone", "nobody", "you"})

# Words before a name that say who is written to: "DEAR IDA:".
SALUTATIONS = frozenset({"DEAR", "Dear", "HELLO", "Hello", "HI", "Hi"})
# Words for sources that have no name: "many said", "those close to him say".
UNNAMED = frozenset({"many", "some", "others", "those", "most", "several", "all", "both", "another"})

# Singular nouns that are no "he" or "she" though they speak.
BODIES = frozenset(
    """
    community government company office agency ministry group party bank department service study report police
    court committee board union army military administration investigation brochure council commission firm
    organisation organization authority institute university team association parliament senate house country city
    state statement campaign newspaper poll survey analysis letter indictment lawsuit complaint headline memo
    majority public site website
    """.split()  # noqa: SIM905
)

# Singular nouns that "he" or "she" may stand for.
PEOPLE = frozenset(
    """
    man woman boy girl mother father son daughter brother sister wife husband uncle aunt cousin friend neighbour
    neighbor colleague spokesman spokeswoman spokesperson official officer leader president minister premier chancellor
    secretary governor mayor senator lawmaker congressman congresswoman councillor ambassador diplomat envoy judge
    justice prosecutor lawyer attorney detective sheriff constable inspector commander general colonel captain sergeant
    soldier veteran pilot sailor guard driver farmer miner worker employee employer owner founder co-founder chairman
    chairwoman chair chief director manager executive boss president banker trader investor analyst economist
    strategist consultant adviser advisor expert researcher scientist scholar professor teacher lecturer student pupil
    doctor physician surgeon nurse patient resident villager citizen voter protester activist campaigner organiser
    organizer volunteer candidate nominee politician author writer novelist poet journalist reporter editor
    correspondent blogger critic historian actor actress singer musician artist player coach champion star host tenant
    victim survivor witness suspect defendant prisoner refugee migrant pope bishop priest pastor imam rabbi king queen
    prince princess planner engineer architect developer designer technician trainer head speaker
    representative dissident deputy aide heir tycoon billionaire millionaire entrepreneur retiree pensioner
    """.split()  # noqa: SIM905
)

# Ends of nouns for what has no voice ("emissions", "an improvement"), and nouns of such an end that have one.
ABSTRACT = ("ment", "sion", "tion", "ness", "ity", "ance", "ence", "ism", "ing", "ship", "hood")
SPEAKING = frozenset(
    """
    alliance association audience authority charity coalition commission community congregation
    corporation delegation deputation establishment facility faculty federation foundation fraternity generation
    institution king leadership legation legislation management membership mission opposition
    population prosecution publication regiment sibling sovereign station university utility
    agreement allegation amendment announcement application assertion briefing calculation constitution convention
    declaration description estimation evaluation examination guidance hearing inspection intelligence judgment listing
    modelling modeling motion opinion petition polling posting presentation prediction projection recording
    regulation reporting resolution ruling testing warning
    """.split()  # noqa: SIM905
)

# Nouns of another end for what has no voice, though it may show or suggest something: "the surge suggests that".
VOICELESS = frozenset(
    """
    absence attack battle boom cancer case change concern cost crisis cut deal decline defeat delay demand disease drop
    failure fall fear fight fire gain gap growth hope increase jump lack level loss move news number outbreak pace
    pattern performance price problem profit progress rate region rise risk shift shock signal slump speed spread
    step strike success surge trend victory virus war weakness weather worry
    """.split()  # noqa: SIM905
)

# Nouns that name a source after "by" or "per": "by one estimate".
RECKONINGS = frozenset("estimate admission account count reckoning calculation measure tally".split())  # noqa: SIM905
# Nouns whose figures are their owner's: "raised its forecast to 3%", "under the party's plan".
FORECASTS = frozenset("forecast estimate projection prediction outlook".split())  # noqa: SIM905
PLANS = frozenset({"plan", "proposal"})
# Writings whose shares go on over sentences.
STUDIES = frozenset("study survey poll analysis census research report".split())  # noqa: SIM905
