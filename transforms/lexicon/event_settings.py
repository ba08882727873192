"""How events take their arguments, and how one event's word changes another's type."""

# Prepositions that bring the target, by PLOVER type, the likeliest first.
TARGET_PREPOSITIONS: dict[str, tuple[str, ...]] = {
    "AGREE": ("with", "between"),
    "CONSULT": ("with", "to", "between", "by"),
    "SUPPORT": ("for", "to", "with", "behind", "of"),
    "COOPERATE": ("with", "to", "between", "from", "for"),
    "AID": ("to", "for", "in", "into", "from"),
    "CONCEDE": ("to", "for", "on", "in", "from", "with"),
    "RETREAT": ("from", "of", "with"),
    "REQUEST": ("on", "to", "from", "with", "upon", "of"),
    "ACCUSE": ("against", "into", "at", "with", "of", "on", "in", "about", "for", "over"),
    "REJECT": ("from", "by", "with", "of", "to", "for", "on", "in"),
    "THREATEN": ("against", "to", "on", "with", "in", "by"),
    "PROTEST": ("against", "at", "with", "outside", "from"),
    "SANCTION": ("on", "against", "with", "to", "from", "for", "in", "of"),
    "MOBILIZE": ("against",),
    "COERCE": ("on", "against", "from", "of", "in", "into"),
    "ASSAULT": ("on", "against", "at", "of", "with", "into"),
}
# Prepositions that bring the source of an event told by a noun.
SOURCE_PREPOSITIONS = ("by", "from", "between")
# Verbs that give an event's noun its subject as source ("launched an attack", "held talks").
LIGHT_VERBS = frozenset(
    """
    launch conduct carry hold stage make take mount impose sign reach announce begin start resume renew continue
    order undertake do give issue declare lead join open perform wage reimpose pursue have execute unleash step
    plan prepare intensify complete deliver provide enter engage unveil propose face voice express repeat reiterate
    level file bring tighten widen suffer see schedule offer promise pledge commit pay host attend organize
    organise call tell add keep expand extend sound
    """.split()  # noqa: SIM905
)
# Nouns that only count or pack events: "a new round of sanctions".
PACKAGES = frozenset(
    """
    round package series wave set string spate batch raft number campaign day week month hour kind form act start
    beginning end resumption
    """.split()  # noqa: SIM905
)
# Speech that carries another's deed: what is said may be the event, the saying is none.
SPEECH_VERBS = frozenset(
    """
    say tell state declare announce claim argue insist stress add maintain assert conclude note reiterate believe
    determine find reveal confirm report acknowledge describe call warn suggest think
    """.split()  # noqa: SIM905
)
# Words of duty: said of someone else by an actor of politics, they are a request.
DUTY = frozenset({"must", "should", "ought"})
# Promises: what is promised decides the type; what is only agreed to or offered stays an agreement.
PROMISES = frozenset("promise pledge vow offer agree commit volunteer consent swear undertake guarantee".split())  # noqa: SIM905
WILLING = frozenset("willing ready prepared committed".split())  # noqa: SIM905
EAGER = frozenset("eager keen reluctant hesitant loath happy unwilling".split())  # noqa: SIM905
READY = WILLING | frozenset("agree consent offer volunteer".split())  # noqa: SIM905
PROMISED: dict[str, str] = {
    "AID": "AID", "CONCEDE": "CONCEDE", "RETREAT": "RETREAT", "SANCTION": "THREATEN", "COERCE": "THREATEN",
    "ASSAULT": "THREATEN", "MOBILIZE": "THREATEN", "REJECT": "REJECT",
}  # fmt: skip
KIND = frozenset({"AID", "CONCEDE", "RETREAT"})
# Types whose complement is no event of its own: what is asked, refused, threatened or alleged.
SWALLOWING = frozenset({"REQUEST", "REJECT", "THREATEN", "ACCUSE"})
LEAVE = frozenset("allow permit let authorize authorise".split())  # noqa: SIM905
# Prepositions before the gerund that such a word takes: "accused X of stealing", "balked at signing".
GERUND_MARKS: dict[str, frozenset[str]] = {
    "ACCUSE": frozenset({"of", "for", "with", "over"}), "REJECT": frozenset({"at", "to", "from"}),
    "THREATEN": frozenset({"with", "against"}), "REQUEST": frozenset({"for", "on", "against"}),
}  # fmt: skip
# Crimes that it is an accusation to speak of.
CRIMES = frozenset("crime genocide atrocity cleansing aggression terrorism".split())  # noqa: SIM905
BLAMED = frozenset({"responsible", "guilty", "culpable"})
# What it is an accusation to say that another does.
WRONGS = frozenset(
    """
    violate breach lie cheat meddle interfere mislead deceive sabotage undermine exploit mistreat abuse betray rig
    fabricate provoke smuggle spy steal harass persecute flout
    """.split()  # noqa: SIM905
)
# Who says it: what critics say of somebody is criticism.
CRITICS = frozenset({"critic", "detractor"})
# Harm that somebody foretells to another, and what it is done by; then what they foretell of themselves.
SUFFERED = frozenset("face pay suffer bear".split())  # noqa: SIM905
PENALTIES = frozenset("price consequence retaliation punishment cost wrath reprisal response repercussion".split())  # noqa: SIM905
REPRISALS = frozenset({"retaliate", "avenge"})
OWN = frozenset({"it", "he", "she", "they", "we", "i"})
CRIME_VERBS = frozenset("commit constitute be amount perpetrate qualify engage".split())  # noqa: SIM905
# Refusals that are no events: nobody is refused anything by "declined to comment".
IDLE_COMPLEMENTS = frozenset(
    """
    comment elaborate say speculate answer discuss disclose identify give name confirm
    """.split()  # noqa: SIM905
)
# Words that tell an event only without an object: "demonstrated" against "demonstrated restraint".
INTRANSITIVE = frozenset({"demonstrate", "march", "call+on", "call+for", "insist+on"})
# Words that tell one only with an object ("pressed the king to", not "pressed on"), and those that tell one only
# without ("vowed to attack", not "vowed a return").
WITH_OBJECT = frozenset({"press"})
WITHOUT_OBJECT = frozenset({"vow", "swear"})
# Particles and prepositions that make another thing of a word: "seized on the report", "sworn in", "held to account".
IDIOMS: dict[str, frozenset[str]] = {
    "seize": frozenset({"on", "upon"}), "swear": frozenset({"in"}), "hold~PERSON": frozenset({"to"}),
    "call~PERSON_ALONE": frozenset({"to", "into"}), "ask~PERSON_ALONE": frozenset({"about"}),
    "battle": frozenset({"through"}), "fight": frozenset({"through"}),
}  # fmt: skip
# What somebody is held in that is no prison.
REGARDS = frozenset("contempt esteem regard check awe thrall suspense".split())  # noqa: SIM905
# What to vow is a threat; to vow anything else is a promise.
HARMS = frozenset(
    """
    punish retaliate avenge respond fight defeat destroy crush eliminate eradicate kill strike attack hunt pursue wipe
    block resist oppose topple overthrow hit expel jail arrest revenge retaliation vengeance war die pay face strip ban
    """.split()  # noqa: SIM905
)
# What is left undone: "avoided condemning the raid".
AVOIDING = frozenset({"avoid", "refrain", "eschew", "forgo"})
# What is kept from happening: "prevented the police from using force".
PREVENTING = frozenset("prevent stop deter keep bar discourage dissuade block prohibit".split())  # noqa: SIM905
ANIMALS = frozenset(
    """
    animal dog cat cow cattle sheep goat pig chicken bird fish whale seal dolphin shark wolf bear deer elephant lion
    tiger rhino horse camel livestock poultry insect mosquito bacterium pest
    """.split()  # noqa: SIM905
)
# Thoughts: what is only weighed or hoped for is no event.
THOUGHTS = frozenset("consider mull weigh contemplate hope wish".split())  # noqa: SIM905
# What a gerund hangs on that is still open: "the possibility of banning", "in talks about joining".
DELIBERATED = frozenset(
    """
    possibility prospect option idea chance discussion talk negotiation debate consideration proposal suggestion
    question explore discuss debate consider
    """.split()  # noqa: SIM905
)
# Talk of a thing, which does not do it.
TOPICS = frozenset("mention discuss debate describe recall remember commemorate".split())  # noqa: SIM905
# Deeds whose possessor is the one they befall: "Mbeki's arrest".
UNDERGONE = frozenset(
    """
    arrest detention imprisonment conviction sentencing jailing deportation expulsion indictment impeachment killing
    assassination murder slaying abduction kidnapping torture rape release acquittal
    """.split()  # noqa: SIM905
)
# Classes of objects that a deed is done with, not to: "fired missiles", "used tear gas".
INSTRUMENTS = frozenset({"ARMS", "ARMS_BANNED", "BOMB", "FORCES_JOINED", "TEARGAS", "TEST"})
# Verbs whose subject is the one it is done to: "faces charges", "drew criticism", "came under attack".
RECEIVERS = frozenset("face receive get suffer draw win gain earn attract endure come go stand".split())  # noqa: SIM905
# Verbs of what befalls somebody, which take an object unless they are passive: "two men arrested in Lagos".
TRANSITIVE = frozenset(
    """
    arrest detain jail imprison kidnap abduct assassinate murder injure wound kill sentence convict indict deport evict
    expel extradite shoot execute behead hijack destroy seize ban blacklist oust sack charge
    """.split()  # noqa: SIM905
)
# Types that a subject of such a verb undergoes.
UNDERGOING = frozenset(
    {"ACCUSE", "SUPPORT", "AID", "THREATEN", "REJECT", "ASSAULT", "COERCE", "SANCTION", "REQUEST", "PROTEST"}
)
# Things that are fought in words only: "war on inflation".
ABSTRACT = frozenset(
    """
    inflation poverty crime drug drugs corruption cancer disease hunger unemployment waste deficit price prices cost
    costs climate pandemic virus coronavirus covid-19 obesity illiteracy racism tax taxes bureaucracy plastic malaria
    pollution
    basis reputation career economy trust credibility confidence hope dream relationship democracy freedom fabric unity
    legacy image myth morale
    aids ignorance time fraud spam debt homelessness injustice inequality discrimination change fire fires flames odds
    """.split()  # noqa: SIM905
)
# Nouns of violence, with the preposition before what makes them figures of speech.
FIGURES = {"conflict": "of", "invasion": "of", "battle": "for", "fight": "for", "war": "for"}
# Verbs that are violence only against someone: "fighting dirty air" is none.
FOUGHT = frozenset({"fight", "battle", "combat"})
# Sport's own words, by which a text about it is known.
PLAY = frozenset(
    """
    goalkeeper midfielder striker winger quarterback pitcher batsman bowler halftime touchdown innings wicket semifinal
    semi-final quarterfinal quarter-final playoff tournament championship coach referee teammate team-mate scorer
    kickoff fixture tiebreak inning knockout relegation league match squad racket seeded singles doubles set grand-slam
    finalist player goal season champion ranked unseeded
    """.split()  # noqa: SIM905
)
# What nature, chance and sickness do: whoever dies of it, nobody has acted.
NATURAL = frozenset(
    """
    fire wildfire blaze flood flooding storm typhoon hurricane cyclone tornado earthquake quake tremor tsunami
    landslide mudslide avalanche drought heat heatwave lightning volcano eruption crash derailment collision accident
    collapse stampede disease virus coronavirus epidemic pandemic outbreak cholera ebola cancer infection famine
    starvation illness sickness weather rain rains snow snowstorm blizzard monsoon wind winds drowning shipwreck
    covid-19 aids malaria
    """.split()  # noqa: SIM905
)
# Words of play: what is done by, to or in them is sport.
SPORT = frozenset(
    """
    goalkeeper midfielder striker defender winger quarterback pitcher batsman bowler halftime touchdown innings wicket
    semifinal semi-final playoff league match goal penalty tournament championship coach referee team-mate teammate
    title trophy lap inning champion championship crown cup
    """.split()  # noqa: SIM905
)
VEHICLES = frozenset(
    """
    car truck lorry bus van train tram plane aircraft airliner jet helicopter flight boat ferry ship vessel motorcycle
    tractor roof bridge wall
    """.split()  # noqa: SIM905
)
# What an appeal is lodged against.
RULINGS = frozenset("ruling verdict conviction sentence judgment judgement decision acquittal court case".split())  # noqa: SIM905
# Those whose investigations are studies.
SCHOLARS = frozenset(
    """
    scientist researcher astronomer biologist chemist physicist geologist archaeologist archeologist historian
    engineer psychologist economist team study paper author
    """.split()  # noqa: SIM905
)
# What bursts, told without who made it.
BLASTS = frozenset("explosion blast detonation fire gunfire".split())  # noqa: SIM905
# Feelings and remarks: what they are about is taken as known, and no event is told (CAMEO 01, a comment).
COMMENTS = frozenset(
    """
    condolence condolences sympathy sympathies concern concerns pessimism optimism hope hopes respect respects regret
    comment remark doubt skepticism scepticism outrage shock dismay alarm worry fear responsibility
    """.split()  # noqa: SIM905
)
ABOUT = frozenset("about over on after for at following with to".split())  # noqa: SIM905
SELF = frozenset({"himself", "herself", "itself", "themselves"})
# What a denial answers: to deny it is no event unless someone is answered (CAMEO 016, a comment).
ALLEGATIONS = frozenset(
    """
    accusation accusations allegation allegations charge charges claim claims report reports suggestion suggestions
    involvement responsibility wrongdoing role link links speculation rumor rumour rumors rumours
    """.split()  # noqa: SIM905
)
DENYING = frozenset("deny reject dismiss refute dispute rebut".split())  # noqa: SIM905
# Failures to do what would be an event: "failed to reach agreement" is a rejection.
FAILURES = frozenset("fail refuse decline".split())  # noqa: SIM905
FUTURE = frozenset({"will", "would", "wo", "ca", "can", "cannot", "'ll", "must", "shall", "could"})
# Types that turn into a refusal when someone will not do them.
WITHHELD = frozenset({"AGREE", "AID", "CONCEDE", "RETREAT", "CONSULT", "COOPERATE", "SUPPORT"})
# Sectors that act in politics; for the rest a loose verb is everyday life.
POLITICAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "OPP", "REB", "IGO", "NGO"})
