"""Nouns that tell an event, by PLOVER type and nearest CAMEO code. Written as in `event_verbs`.

A noun with `!` tells an event only if an actor of politics is tied to it.
"""

EVENT_NOUNS: dict[str, dict[str, str]] = {
    "AGREE": {"057": "agreement! accord! pact! treaty! deal! compromise!"},
    "CONSULT": {
        "036": (
            "meeting! talks! negotiation! negotiations! consultation! summit! discussions! dialogue! discussion! "
            "conference!"
        ),
        "042": "visit! trip!",
        "045": "mediation! effort~MEDIATION mission~MEDIATION bid~MEDIATION",
    },
    "SUPPORT": {"051": "praise! endorsement! backing! solidarity!"},
    "COOPERATE": {
        "060": (
            "cooperation! exercise~MILITARY exercises~MILITARY maneuver! maneuvers! manoeuvre! manoeuvres! wargame! "
            "game~WAR games~WAR drill~MILITARY drills~MILITARY"
        )
    },
    "AID": {"070": "aid! assistance! relief! donation! bailout!", "071": "contribution~MONEY grant~MONEY"},
    "CONCEDE": {"080": "resignation! concession! amnesty! acquittal!", "084": "release~PERSON"},
    "RETREAT": {
        "087": (
            "withdrawal! pullout! pullback! retreat! ceasefire! cease-fire! truce! cessation~HOSTILITIES surrender! "
            "armistice!"
        )
    },
    "REQUEST": {"100": "demand! appeal! request! plea! ultimatum! call!"},
    "ACCUSE": {
        "111": (
            "criticism! condemnation! accusation! accusations! allegation! allegations! denunciation! rebuke! "
            "complaint! attack~VERBAL attacks~VERBAL"
        ),
        "090": "investigation! probe! inquiry! indictment! lawsuit! charges! impeachment! action~LEGAL trial~PERSON",
    },
    "REJECT": {"120": "rejection! refusal! veto! denial! defiance!"},
    "THREATEN": {"130": "ultimatum!"},
    "PROTEST": {
        "141": "protest! protests! demonstration! demonstrations! rally! rallies! march! riot riots unrest! uprising! "
        "sit-in strike~WORK walkout! vigil! rioting",
    },
    "SANCTION": {
        "160": (
            "suspension~AID suspension~TALKS freeze~AID halt~AID cut~AID sanction! sanctions! embargo! boycott! "
            "tariffs! tariff! expulsion!"
        )
    },
    "MOBILIZE": {"150": "deployment! mobilization! mobilisation! buildup! build-up! conscription! patrols!"},
    "COERCE": {
        "170": "crackdown! curfew! ban! repression! censorship! restrictions! emergency~STATE",
        "173": "arrest! arrests! detention! imprisonment! raid! deportation! seizure! conviction! sentencing! jailing!",
        "176": "cyberattack! hacking! cyber-attack!",
    },
    "ASSAULT": {
        "180": (
            "attack! attacks! assault! ambush! kidnapping! kidnappings! abduction! torture! rape! violence! "
            "atrocity! hijacking"
        ),
        "191": "blockade! siege!",
        "183": "bombing! bombings! explosion~BOMB blast~BOMB",
        "190": (
            "shelling airstrike airstrikes bombardment! strike~AIR strikes~AIR raid~AIR raids~AIR invasion! "
            "offensive! clash! clashes! fighting! battle! shootout firefight shooting! incursion! gunfire barrage! "
            "war! counteroffensive! conflict!"
        ),
        "185": "killing! killings! assassination! massacre! murder! genocide! slaying! massacres! "
        "beheading! beheadings!",
    },
}
# What must modify a noun for it to mean the event: by lemma of a compound or adjective.
MODIFIERS: dict[str, str] = {
    "MILITARY": "military joint naval live-fire drill war air",
    "WORK": (
        "hunger general hour day worker teacher labor labour pilot transport rail four-day bus driver union one-day "
        "indefinite open-ended wildcat nationwide"
    ),
    "AIR": (
        "air missile drone rocket military bomb artillery suicide retaliatory aerial nuclear strategic night "
        "israeli russian u.s. us american turkish saudi coalition"
    ),
    "BOMB": "bomb car suicide grenade mine roadside truck",
    "HOSTILITIES": "hostility hostilities",
    "LEGAL": "legal",
    "MEDIATION": "mediation",
    "STATE": "state",
    "VERBAL": "verbal scathing stinging blistering personal political rhetorical veiled extraordinary furious partisan",
    "WAR": "war",
}
