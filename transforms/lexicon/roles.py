"""Nouns that tell an actor's PLOVER sector, by the lemma that heads or modifies a mention."""

# Nouns by sector.
_SECTORS: dict[str, str] = {
    "GOV": (
        "government administration president pm presidency premier minister ministry chancellor king queen prince "
        "princess monarch sultan emir sheikh ayatollah cabinet regime authority official officials state leader "
        "leadership ambassador embassy diplomat envoy consulate consul governor mayor secretary spokesman "
        "spokeswoman "
        "spokesperson bureaucrat junta delegation negotiator department commissioner treasury palace republic "
        "nation country kingdom vice-president commission council province municipality adviser advisor aide "
        "counterpart regulator agency ally allies inspector intelligence statesman dictator ruler side "
        "partner neighbor neighbour superpower power politician politicians undersecretary nominee strongman envoys "
        "royal councilman councilwoman councilor statesmen dignitary gov. pres."
    ),
    "MIL": (
        "army military navy troop troops soldier soldiers force forces warship warplane airstrike jet gunship "
        "helicopter tank tanks artillery brigade battalion regiment battlegroup serviceman servicemen servicewoman "
        "marine marines general colonel lieutenant sergeant admiral commander paratrooper commando drone missile "
        "militiaman militiamen peacekeeper peacekeepers veteran aircraft plane bomber infantry garrison convoy "
        "airman submarine fighter-jet warhead squadron division battalions defence defense submariner conscript gen. "
        "col. lt. maj. adm. brig."
    ),
    "COP": (
        "police policeman policemen policewoman officer officers cop gendarme gendarmerie constable sheriff "
        "detective "
        "deputy patrol border-guard guard guards trooper interpol swat marshal investigator det. supt."
    ),
    "JUD": (
        "court judge tribunal prosecutor prosecutors justice magistrate attorney judiciary jury lawyer-general "
        "prosecution procuracy ombudsman juror"
    ),
    "LEG": (
        "parliament congress senate senator senators lawmaker lawmakers legislator legislature deputy-speaker "
        "congressman congresswoman mp mps peer assembly parliamentarian representative rep. speaker committee "
        "subcommittee republicans democrats sen. councillor"
    ),
    "OPP": (
        "opposition dissident dissidents opponent opponents party candidate coalition activist activists "
        "separatist-party"
    ),
    "REB": (
        "rebel rebels guerrilla guerrillas guerilla guerillas insurgent insurgents militant militants militia "
        "separatist separatists fighter fighters jihadist jihadists terrorist terrorists extremist extremists gunman "
        "gunmen bomber-suicide warlord faction mujahideen assailant attacker attackers hijacker hijackers kidnapper "
        "terror insurgency secessionist mercenary liberation resistance"
    ),
    "CVL": (
        "civilian civilians citizen citizens people person man men woman women child children boy girl resident "
        "residents villager villagers protester protesters protestor protestors demonstrator demonstrators crowd "
        "crowds worker workers union farmer farmers student students refugee refugees migrant migrants immigrant "
        "immigrants family families victim victims population community voter voters tourist tourists passenger "
        "passengers prisoner prisoners hostage hostages detainee detainees suspect suspects immigrant youth "
        "mother father son daughter brother sister wife husband mom mum dad teenager home homes house houses building "
        "buildings village villages supporter supporters national nationals clan tribe tribesman tribesmen elder "
        "elders mourner rioter rioters mob marchers marcher striker strikers driver drivers motorist pensioner "
        "settler settlers muslim christian jew catholic protestant expatriate adult bystander pedestrian "
        "volunteer follower public evacuee seeker seekers shopkeeper trader fisherman fishermen hacker hackers "
        "employee employees client inmate inmates lawyer lawyers parent parents labourer laborer miner miners "
        "landowner landowners celebrity actor actress singer rapper athlete player kurd hutu tutsi pashtun arab "
        "moslem shiite sunni sikh hindu buddhist druze yazidi alawite priest cleric missionary bishop nun monk "
        "pilgrim worshipper businesspeople winner laureate pilot sailor seafarer crew crewman girlfriend boyfriend "
        "robber robbers thief thieves smuggler smugglers trafficker traffickers "
        "neighborhood neighbourhood area"
    ),
    "BUS": (
        "company companies firm firms corporation business businesses businessman businessmen businesswoman bank "
        "banks executive ceo investor investors manufacturer airline airlines industry industries oligarch oligarchs "
        "employer exporter importer retailer supplier contractor shareholder bankers banker factory "
        "utility utilities lender insurer broker brokerage carmaker producer producers miller "
        "supermarket supermarkets warehouse shop shops tycoon billionaire entrepreneur startup automaker refinery "
        "conglomerate operator shipping"
    ),
    "NGO": (
        "ngo ngos charity charities campaigner campaigners foundation watchdog nonprofit non-profit "
        "human-rights-group aid-worker humanitarian environmentalist"
    ),
    "IGO": "alliance bloc eurozone",
    "MED": (
        "journalist journalists reporter reporters newspaper newspapers broadcaster photographer cameraman editor "
        "press media correspondent blogger website websites magazine publisher "
        "doctor doctors nurse nurses medic medics paramedic hospital hospitals clinic ambulance surgeon physician"
    ),
    "EDU": (
        "teacher teachers school schools university universities professor professors academic academics "
        "educator scholar"
    ),
    "UNK": "",
}
SECTOR_OF: dict[str, str] = {word: sector for sector, words in _SECTORS.items() for word in words.split()}
# Modifiers that decide whatever they modify: "opposition lawmakers", "civilian advisers".
STANDING: dict[str, str] = {
    "opposition": "OPP", "candidate": "OPP", "civilian": "CVL", "rebel": "REB", "guerrilla": "REB", "insurgent": "REB",
    "militant": "REB", "paramilitary": "REB", "renegade": "REB", "union": "CVL", "company": "BUS", "university": "EDU",
}  # fmt: skip
# Nouns whose modifier decides: "defence minister" is GOV, "police chief" COP, "rebel leader" REB, "union leader" CVL.
TRANSPARENT_HEADS = frozenset(
    """
    leader leadership chief head commander member members group groups organization organisation spokesman spokeswoman
    spokesperson official officials source sources agent agents team unit units personnel staff office officer
    officers movement front wing branch squad delegation service services coalition alliance association federation
    league network chairman chairwoman director boss supporter supporters candidate figure figures expert experts
    position positions camp camps facility facilities base bases site sites headquarters patrol convoy installation
    barracks outpost
    """.split()  # noqa: SIM905
)
# Heads that only count: the actor is what they count ("thousands of students").
COUNTING = frozenset(
    """
    thousand thousands hundred hundreds dozen dozens score scores number majority proportion share million millions lot
    percent half third most some handful ten tens
    """.split()  # noqa: SIM905
)
# Heads whose "of" tells the sector: "a group of rebels", "the leader of the militia".
PARTITIVES = COUNTING | frozenset(
    """
    group groups unit units contingent contingents member members leader leaders head heads representative
    representatives crowd crowds families website websites
    relatives coalition
    """.split()  # noqa: SIM905
)
# What somebody issues and acts by: the actor is whose it is ("the Finnish guidance advises", "Japan's statement").
ISSUED = frozenset(
    """
    order guidance decision report statement letter tweet post message brochure pamphlet law act bill motion
    resolution campaign policy proposal verdict ruling communique editorial ad advert advertisement video speech
    release
    """.split()  # noqa: SIM905
)
# What is left "from" somewhere: soldiers withdrawn from a country are not that country's.
LEAVING = frozenset(
    """
    withdraw withdrawal pull pullout pullback evacuate evacuation retreat remove removal
    """.split()  # noqa: SIM905
)
# Verbs whose bare number counts people: "killed 13".
BEFALLING = frozenset(
    """
    kill wound injure hurt maim murder arrest detain jail abduct kidnap displace evacuate rescue deport execute
    """.split()  # noqa: SIM905
)
# Verbs whose object is somebody, whatever the noun.
CHARGED = frozenset("arrest detain jail imprison charge indict convict sentence deport acquit extradite".split())  # noqa: SIM905
# Heads that stand to someone: whose ally it is does not tell its country.
RELATIONAL = frozenset(
    """
    ally allies partner partners neighbor neighbors neighbour neighbours rival rivals enemy friend foe
    """.split()  # noqa: SIM905
)
# Heads that stand to a person where a person has them: "his neighbour".
PERSONAL = frozenset({"neighbor", "neighbour", "partner", "friend"})
# What makes a bank an office of its state.
PUBLIC = frozenset({"central", "reserve", "national", "federal"})
# Words for states that say something else of a person: "business partner X".
STATES = RELATIONAL | frozenset("power side nation country republic kingdom palace royal".split())  # noqa: SIM905
# Heads that are abroad as often as at home, so that the scene tells nothing of their country.
WORLDLY = RELATIONAL | frozenset(
    """
    leader country nation state counterpart power member diplomat delegation side embassy consulate mission
    """.split()  # noqa: SIM905
)
# Those who come from elsewhere, and arms, which strike elsewhere.
ROVING = frozenset(
    """
    refugee migrant seeker evacuee immigrant missile drone rocket airstrike warplane aircraft jet bomber warhead device
    peacekeeper
    """.split()  # noqa: SIM905
)
# Titles in which "general" is no soldier.
GENERAL_TITLES = frozenset("secretary attorney prosecutor director consul governor inspector solicitor".split())  # noqa: SIM905
# Heads that stay what they are whatever modifies them.
FIRM_HEADS = frozenset(
    """
    minister ministry president government premier ambassador court judge parliament army police secretary
    """.split()  # noqa: SIM905
)
# Short forms of a body or a country named before: "the alliance" is the body last named.
SHORT_FORMS: dict[str, str] = {
    **dict.fromkeys(("alliance", "bloc", "organisation", "organization"), "body"),
    **dict.fromkeys(("country", "nation", "kingdom", "republic"), "country"),
}
# Groups whose country is that of the place where they act, when nothing else tells it.
LOCAL_SECTORS = frozenset({"COP", "JUD", "LEG", "CVL", "EDU", "MED", "OPP", "GOV", "REB", "MIL"})
# Offices that an article names in full once and short after: "the president", "the minister", "the prime minister".
OFFICES = frozenset(
    """
    president premier minister chancellor king queen prince secretary senator governor mayor ambassador envoy chief
    general leader spokesman spokeswoman prosecutor judge pope commissioner lawmaker congressman congresswoman
    """.split()  # noqa: SIM905
)
# Offices that only one country calls so.
OFFICE_COUNTRY: dict[str, str] = {
    "taoiseach": "IRL",
    "bundeskanzler": "DEU",
    "ayatollah": "IRN",
    "secretary of state": "USA",
    "attorney general": "USA",
    "secretary of defense": "USA",
    "defense secretary": "USA",
    "treasury secretary": "USA",
    "congressman": "USA",
    "congresswoman": "USA",
    "foreign secretary": "GBR",
    "home secretary": "GBR",
    "defence secretary": "GBR",
    "rep.": "USA",
    "sen.": "USA",
}
