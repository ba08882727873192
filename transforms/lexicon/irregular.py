"""Irregular verbs and plurals of English, for words that the treebanks are too small to hold."""

# Lemma, past forms, participles; forms that are lemmas of their own ("lay", "found") are left to context.
_VERBS = """
abide abode
arise arose arisen
awake awoke awoken
bear bore borne
beat beaten
become became
befall befell befallen
beget begot begotten
begin began begun
behold beheld
bend bent
beseech besought
bestride bestrode bestridden
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
broadcast broadcasted
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
dig dug
do did done
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
dwell dwelt
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fling flung
fly flew flown
forbid forbade forbidden
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
forgo forwent forgone
forsake forsook forsaken
freeze froze frozen
get got gotten
give gave given
go went gone
grind ground
grow grew grown
hang hung
have had
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lay laid
lead led
leap leapt
learn learnt
leave left
lend lent
lie lain
light lit
lose lost
make made
mean meant
meet met
mistake mistook mistaken
mow mown
outgrow outgrew outgrown
outdo outdid outdone
overcome overcame
oversee oversaw overseen
override overrode overridden
overtake overtook overtaken
overthrow overthrew overthrown
partake partook partaken
pay paid
plead pled
prove proven
rebuild rebuilt
repay repaid
resell resold
rethink rethought
retake retook retaken
rewrite rewrote rewritten
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
sew sewn
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
slay slew slain
sleep slept
slide slid
sling slung
slink slunk
smite smote smitten
sow sown
speak spoke spoken
speed sped
spend spent
spill spilt
spin spun
spit spat
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
stink stank stunk
strew strewn
stride strode stridden
strike struck stricken
string strung
strive strove striven
swear swore sworn
sweep swept
swell swollen
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
tread trod trodden
undercut undercut
undergo underwent undergone
understand understood
undertake undertook undertaken
undo undid undone
uphold upheld
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
wind wound
withdraw withdrew withdrawn
withhold withheld
withstand withstood
wring wrung
write wrote written
"""

# Verbs whose past is like the present, and is not to be stemmed.
_UNCHANGED = "bet bid broadcast burst cast cost cut forecast hit hurt let offset overrun put quit read reset rid set shed shut slit split spread thrust undercut upset".split()  # noqa: E501, SIM905

_PLURALS = """
analysis analyses
axis axes
basis bases
calf calves
child children
crisis crises
criterion criteria
diagnosis diagnoses
foot feet
goose geese
half halves
hypothesis hypotheses
knife knives
leaf leaves
life lives
loaf loaves
man men
mouse mice
oasis oases
ox oxen
parenthesis parentheses
phenomenon phenomena
policeman policemen
policewoman policewomen
scarf scarves
self selves
shelf shelves
synthesis syntheses
thesis theses
thief thieves
tooth teeth
wife wives
wolf wolves
woman women
"""


def _by_form(lines: str) -> dict[str, str]:
    rows = (line.split() for line in lines.split("\n") if line)
    return {form: lemma for lemma, *forms in rows for form in forms}


_PAST = _by_form(_VERBS) | {verb: verb for verb in _UNCHANGED}

# By Penn tag and lower-case form.
IRREGULAR: dict[str, dict[str, str]] = {"VBD": _PAST, "VBN": _PAST, "NNS": _by_form(_PLURALS)}
