"""Verbs that tell an event, by PLOVER type and nearest CAMEO code.

How an entry is written:
    lemma                the verb, whatever its arguments
    lemma_particle       with a particle ("call_off")
    lemma+preposition    with an oblique that bears the preposition ("call+on")
    lemma~CLASS          with an object (or passive subject) of that class of `OBJECTS`
    …!                   tells an event only if both sides are actors of politics: such verbs have
                         everyday senses ("the storm hit", "the bill met resistance")
The most demanding entry that fits wins.
"""

EVENT_VERBS: dict[str, dict[str, str]] = {
    "AGREE": {
        "030": "agree join~BODY concur consent commit+to promise! pledge! offer~TO_DO vow~MEASURE reconcile ink~DEAL",
        "057": "sign~DEAL conclude~DEAL reach~DEAL strike~DEAL forge~DEAL seal~DEAL ratify initial~DEAL clinch~DEAL "
        "finalize~DEAL finalise~DEAL approve~DEAL broker~DEAL negotiate~DEAL settle~DISPUTE resolve~DISPUTE",
    },
    "CONSULT": {
        "036": (
            "meet! meet+with! confer discuss+with! consult consult+with talk+to! talk+with! speak+with! parley convene"
        ),
        "042": "visit! travel+to! tour! fly+to! arrive+in! pay~VISIT embark+on~VISIT",
        "041": "telephone! phone! call~PERSON_ALONE",
        "043": "host! receive~GUEST welcome~GUEST greet! entertain!",
        "045": "mediate arbitrate",
        "046": "negotiate bargain hold~TALKS begin~TALKS resume~TALKS renew~TALKS open~TALKS start~TALKS conduct~TALKS",
        "040": "attend~TALKS address~TALKS join~TALKS",
    },
    "SUPPORT": {
        "051": "praise hail laud applaud commend compliment congratulate salute tout extol thank! celebrate! welcome! "
        "honor! honour! pay+to~TRIBUTE",
        "052": "defend! justify! stand_by stand+with! stand+by! side+with! vindicate",
        "053": "support! back! endorse rally+behind! favor! favour! champion embrace! approve! reaffirm~SUPPORT "
        "voice~SUPPORT convey~SUPPORT express~SUPPORT show~SUPPORT offer~SUPPORT pledge~SUPPORT reiterate~SUPPORT",
        "054": "recognize~STATEHOOD recognise~STATEHOOD establish~RELATIONS restore~RELATIONS normalize~RELATIONS "
        "normalise~RELATIONS resume~RELATIONS improve~RELATIONS upgrade~RELATIONS strengthen~RELATIONS boost~RELATIONS "
        "cement~RELATIONS "
        "expand~RELATIONS enhance~RELATIONS deepen~RELATIONS",
        "055": "apologize apologise",
        "056": "forgive!",
    },
    "COOPERATE": {
        "060": "cooperate co-operate collaborate partner+with! work+with! team_up join~FORCES_JOINED join+in!",
        "061": "trade+with! export! import! sell~ARMS sell~GOODS buy~ARMS purchase~ARMS ship~GOODS",
        "062": "exercise+with train+with!",
        "063": "extradite hand_over~PERSON",
        "064": "share~INTELLIGENCE exchange~INTELLIGENCE pass~INTELLIGENCE exchange~PRISONERS swap~PRISONERS",
    },
    "AID": {
        "070": (
            "aid! assist! help! donate subsidize subsidise bail_out give~AID provide~AID grant~AID send~AID "
            "deliver~AID supply~AID offer~AID extend~AID contribute~AID allocate~AID! pledge~AID promise~AID "
            "lend~MONEY loan~MONEY approve~AID provide~RELIEF supply~RELIEF get~GRANT receive~GRANT channel~AID "
            "disburse~AID"
        ),
        "071": "give~MONEY provide~MONEY grant~MONEY pledge~MONEY promise~MONEY donate~MONEY contribute~MONEY "
        "allocate~MONEY! offer~MONEY fund! finance! bankroll",
        "072": (
            "arm! give~ARMS provide~ARMS send~ARMS supply~ARMS deliver~ARMS ship~ARMS pledge~ARMS offer~ARMS "
            "promise~ARMS"
        ),
        "073": (
            "hand_over~RELIEF hand_over~AID feed! airlift evacuate rescue shelter! give~RELIEF send~RELIEF "
            "deliver~RELIEF ship~RELIEF airdrop "
            "distribute~RELIEF fly~RELIEF"
        ),
        "074": "send~PEACEKEEPERS dispatch~PEACEKEEPERS deploy~PEACEKEEPERS",
        "075": (
            "accept~REFUGEES open+to~REFUGEES take_in~REFUGEES welcome~REFUGEES give~REFUGE grant~REFUGE offer~REFUGE "
            "provide~REFUGE"
        ),
    },
    "CONCEDE": {
        "081": "ease~RESTRICTION lift~RESTRICTION relax~RESTRICTION loosen~RESTRICTION remove~RESTRICTION "
        "waive~RESTRICTION cancel~RESTRICTION revoke~RESTRICTION end~RESTRICTION suspend~RESTRICTION "
        "drop~RESTRICTION "
        "repeal~RESTRICTION abolish~RESTRICTION overturn~RESTRICTION rescind~RESTRICTION roll_back~RESTRICTION "
        "lift~BLOCKADE ease~BLOCKADE end~BLOCKADE reopen~BORDER re-open~BORDER open~BORDER legalize legalise "
        "restore~RIGHTS grant~RIGHTS",
        "084": (
            "release~PRISONERS free~PRISONERS free~PERSON release~PERSON parole acquit exonerate amnesty "
            "pardon~PRISONERS free! release~SHIP release~PEACEKEEPERS release+from~CUSTODY return~PROPERTY "
            "return~PERSON return~BACK repatriate set_free "
            "compensate~PERSON pay~COMPENSATION pardon"
        ),
        "083": "resign step_down! stand_down! abdicate relinquish~RIGHTS quit! concede+to bow+to yield+to accede "
        "back_down give_in capitulate",
        "082": "call_off~PROTEST end~PROTEST suspend~PROTEST cancel~PROTEST",
        "080": (
            "let~FREE grant~PERMISSION give~PERMISSION approve~DEMAND grant~DEMAND drop~INQUIRY "
            "reduce~RESTRICTION lower~RESTRICTION cut~TARIFF "
            "allow! permit! accept~DEMAND meet~DEMAND agree+to~DEMAND authorize! authorise! drop~CHARGE "
            "withdraw~CHARGE dismiss~CHARGE plead~GUILT admit! acknowledge~WRONG enact~RIGHTS"
        ),
    },
    "RETREAT": {
        "087": (
            "withdraw~FORCES pull_out pull_back! pull~FORCES withdraw+from! evacuate~FORCES retreat "
            "declare~CEASEFIRE announce~CEASEFIRE observe~CEASEFIRE agree~CEASEFIRE extend~CEASEFIRE "
            "respect~CEASEFIRE end~FIGHTING halt~FIGHTING stop~FIGHTING cease~FIGHTING suspend~FIGHTING "
            "call~CEASEFIRE abandon~POSITION vacate~POSITION"
        ),
        "0874": (
            "surrender lay_down~ARMS lay~ARMS demobilize demobilise disarm disband~FORCES dismantle~ARMS "
            "destroy~STOCKPILE defect"
        ),
    },
    "REQUEST": {
        "020": (
            "seek~REFUGE urge ask~CLAUSE ask+for ask~HELP ask~PERSON_ALONE request! appeal appeal+to appeal+for "
            "call+on call+for call_on plead+with beg! exhort implore petition entreat solicit lobby beseech "
            "seek~HELP seek~TALKS request~HELP advise! encourage! invite! apply+to! press! want~CLAUSE recommend! "
            "propose! suggest~MEASURE"
        ),
        "100": (
            "demand insist+on order~CLAUSE require! instruct! tell~CLAUSE ask~TO_DO press+for summon~HELP push+for! "
            "pressure pressurize pressurise lobby+for direct~PERSON direct~CLAUSE command~CLAUSE"
        ),
    },
    "ACCUSE": {
        "111": (
            "criticize criticise condemn denounce slam blast decry deplore lambast lambaste rebuke chide berate "
            "scold censure castigate assail chastise deride mock! ridicule disparage lash_out hit_out rail+against "
            "rip! question~CONDUCT vilify excoriate reprimand complain complain+about slate! admonish call_out "
            "take_aim attack~POLICY lament! bemoan! regret! object! disparage"
        ),
        "112": (
            "accuse blame charge! charge+with allege indict implicate fault impeach denigrate arraign link~CRIME "
            "finger! "
            "suspect! call~INSULT describe~CRIME label! brand! incriminate"
        ),
        "115": (
            "sue go+on~HEARING stand~HEARING face~HEARING "
            "file~LAWSUIT lodge~COMPLAINT file~COMPLAINT bring~CHARGE bring~LAWSUIT press~CHARGE launch~LAWSUIT "
            "take~LAWSUIT face~CHARGE lay~CHARGE lay~COMPLAINT lodge~PROTEST file~CHARGE prosecute"
        ),
        "090": (
            "investigate probe! launch~INQUIRY open~INQUIRY order~INQUIRY begin~INQUIRY start~INQUIRY "
            "conduct~INQUIRY inspect! interrogate question~PERSON look+into! search~PREMISES collect~EVIDENCE "
            "gather~EVIDENCE "
            "compile~EVIDENCE monitor~ABUSE dispatch~INSPECTOR send~INSPECTOR put+under~INQUIRY place+under~INQUIRY "
            "complete~INQUIRY open~HEARING hold~HEARING examine! scrutinize scrutinise subpoena summon~PERSON "
            "reopen~INQUIRY revive~INQUIRY"
        ),
    },
    "REJECT": {
        "120": (
            "reject refuse rebuff spurn decline! refute rule_out dispute! disagree oppose! resist! snub shun "
            "turn_down dismiss! deny repudiate defy disobey flout ignore~DEMAND renege disown reverse! rebut "
            "hit_back balk+at balk disregard~DEMAND violate~BAN quash~BAN veto block~MEASURE stall! "
            "break~PROMISE walk_out plead~NOT_GUILTY fail~DEAL overrule snub abstain object+to contest! thwart! "
            "scuttle obstruct!"
        ),
        "125": "cancel~VISIT call_off~VISIT postpone~VISIT put_off~VISIT",
    },
    "THREATEN": {
        "130": "threaten warn+against! vow swear issue~ULTIMATUM give~ULTIMATUM warn! menace intimidate blackmail "
        "set~ULTIMATUM deliver~ULTIMATUM issue~THREAT make~THREAT vow~VENGEANCE swear~VENGEANCE reserve~RIGHT_TO!",
    },
    "PROTEST": {
        "141": (
            "protest demonstrate! rally! march! riot picket chant! agitate rise_up take_to~STREET take~STREET "
            "block~ROAD burn~FLAG stage~PROTEST hold~PROTEST join~PROTEST mutiny revolt rampage loot organize~PROTEST "
            "organise~PROTEST start~PROTEST begin~PROTEST go+on~PROTEST"
        ),
        "143": "stop~WORK walk_off! down~TOOLS boycott~VOTE",
    },
    "SANCTION": {
        "160": (
            "boycott~TALKS sanction! embargo boycott! impose~SANCTION slap~SANCTION tighten~SANCTION extend~SANCTION "
            "expand~SANCTION ban~TRADE blacklist suspend~AID cut~AID halt~AID freeze~AID stop~AID withhold~AID "
            "cut_off~AID reduce~AID cancel~AID end~AID withdraw~AID suspend~TALKS break_off cut~RELATIONS "
            "sever~RELATIONS sever~TIES cut~TIES break~RELATIONS suspend~RELATIONS halt~TALKS cancel~TALKS "
            "postpone~TALKS pull_out+of~TALKS abandon~TALKS expel~DIPLOMAT recall~DIPLOMAT "
            "expel~INSPECTOR downgrade~RELATIONS withdraw~DIPLOMAT freeze~RELATIONS quit~TALKS end~MEDIATION "
            "withdraw+from~TALKS scrap~DEAL cancel~DEAL suspend~DEAL abandon~DEAL terminate~DEAL pull_out+of~DEAL "
            "withdraw+from~DEAL deny~VISA revoke~VISA isolate! penalize penalise punish! suspend~MEMBERSHIP "
            "expel~MEMBER raise~TARIFF impose~TARIFF withdraw~PEACEKEEPERS force_out~INSPECTOR"
        ),
    },
    "MOBILIZE": {
        "150": (
            "deploy+to deploy+in mobilize! mobilise! deploy! send~FORCES dispatch~FORCES "
            "move~FORCES mass~FORCES send_in~FORCES amass~FORCES reposition~FORCES redeploy reinforce~FORCES "
            "station~FORCES rotate~FORCES raise~ALERT place~ALERT put~ALERT go~ALERT test~ARMS test-fire launch~TEST "
            "conduct~TEST fire~TEST remain+on~ALERT place+on~ALERT put+on~ALERT train~FORCES build_up~FORCES "
            "ready~FORCES position~FORCES call_up~FORCES beef_up~SECURITY tighten~SECURITY step_up~SECURITY "
            "arm~FORCES militarize strengthen~FORCES bolster~FORCES boost~FORCES beef_up~FORCES "
            "patrol! encircle! mass! modernize~FORCES increase~FORCES concentrate~FORCES "
            "land~FORCES order~FORCES conscript"
        ),
    },
    "COERCE": {
        "170": (
            "coerce repress suppress persecute crack_down! crush~PROTEST quell~PROTEST quash~PROTEST disperse~PROTEST "
            "ban! prohibit! outlaw censor restrict! bar! block~MEDIA_TARGET impose~RESTRICTION declare~RESTRICTION "
            "reimpose~RESTRICTION extend~RESTRICTION institute~RESTRICTION enforce~RESTRICTION close~BORDER "
            "seal~BORDER shut~BORDER shut_down! suspend~MEDIA_TARGET dissolve! fine! tear-gas "
            "dissolve~PARTY"
        ),
        "171": (
            "confiscate seize! expropriate nationalize nationalise requisition impound demolish! raid ransack "
            "bulldoze vandalize"
        ),
        "173": (
            "arrest detain find~CONVICTED jail imprison incarcerate apprehend intern! capture~PERSON round_up~PERSON "
            "hold~PERSON sentence "
            "convict remand nab! take~CUSTODY place~ARREST put~ARREST issue~WARRANT"
        ),
        "175": "use~TEARGAS fire~TEARGAS",
        "174": "deport expel! evict banish exile! force_out drive_out! oust! displace~PEOPLE",
        "176": "hack! attack~COMPUTERS hack+into deface launch~CYBERWAR",
    },
    "ASSAULT": {
        "180": (
            "attack! assault! ambush! storm~POSITION storm~TARGET abduct kidnap hijack~VESSEL rape torture beat~PERSON "
            "beat_up lynch stab mutilate molest abuse~PERSON mistreat maim rob! take~HOSTAGE hold~HOSTAGE"
        ),
        "183": "bomb! blow_up detonate~BOMB explode~BOMB plant~BOMB",
        "185": (
            "assassinate poison! murder! behead slay! execute~PERSON massacre slaughter kill wound! injure! "
            "hang~PERSON gun_down mow_down butcher"
        ),
        "190": (
            "shell! bombard strafe invade overrun! shoot~PERSON shoot_dead shoot_down open~FIRE fire~ARMS fire+at "
            "fire+on fire_on fire+at~TARGET "
            "fire+on~TARGET fire+on~PLACE fire+into~TARGET fire+into~PLACE fire+at~PLACE launch~ATTACK launch~ARMS "
            "hit~TARGET hit~PLACE strike~PLACE pound~PLACE target~PLACE "
            "strike~TARGET strike~PEOPLE pound~TARGET target~TARGET destroy! "
            "damage! battle! fight! clash! clash+with skirmish engage~FORCES exchange~FIRE trade~FIRE raze torch! "
            "burn~TARGET down~AIRCRAFT recapture! capture~POSITION seize~POSITION take_over~POSITION occupy! "
            "repel! repulse! fend_off! intercept~AIRCRAFT push_back! push~FORCES rout! sink~SHIP take_out! annex! "
            "counterattack drop~BOMB hurl~ARMS throw~ARMS lob~ARMS mount~ATTACK stage~ATTACK carry_out~ATTACK "
            "use~ARMS_BANNED liberate! attack~TARGET exterminate violate~CEASEFIRE break~CEASEFIRE breach~CEASEFIRE "
            "hold+as~SHIELD use+as~SHIELD!"
        ),
        "191": "blockade impose~BLOCKADE reimpose~BLOCKADE tighten~BLOCKADE lay~SIEGE besiege",
    },
}

# Classes of objects that the entries above ask for, by lemma.
OBJECTS: dict[str, str] = {
    "GRANT": (
        "aid assistance relief food medicine medicines grant loan package supplies equipment funding bailout donation "
        "vaccine weapon weapons financial military logistic logistical logistics humanitarian medical material"
    ),
    "AID": (
        "aid assistance help relief support food medicine medicines goods grant loan package supply supplies "
        "equipment credit shelter subsidy bailout donation blanket vaccine funding fuel grain wheat rice water "
        "expertise"
    ),
    "ALERT": "alert readiness standby",
    "ARMS": (
        "arms weapon weapons weaponry missile missiles rocket rockets ammunition drone drones tank tanks "
        "munition munitions shell shells grenade grenades artillery jet jets bomb bombs explosive explosives gun "
        "guns rifle howitzer firearm torpedo mortar stone bullet bullets round shot shots"
    ),
    "ARMS_BANNED": "gas force chemical weapon weapons bomb bombs munition munitions",
    "ARREST": "arrest custody detention",
    "ATTACK": (
        "attack attacks strike strikes offensive airstrike assault raid invasion bombardment war military "
        "incursion ambush bombing counteroffensive counterattack rocket massacre barrage"
    ),
    "BLOCKADE": "blockade cordon siege",
    "BAN": "ban order law resolution agreement treaty sanctions embargo",
    "BOMB": "bomb bombs explosive explosives device vest grenade",
    "BORDER": "border borders crossing crossings point points frontier airspace embassy port",
    "CEASEFIRE": "ceasefire cease-fire truce armistice moratorium cessation",
    "CHARGE": "charge charges allegation allegations accusation accusations case indictment claim",
    "COMPENSATION": "compensation damages reparation reparations",
    "COMPLAINT": "complaint complaints grievance",
    "COMPUTERS": "website websites server servers network networks computer computers",
    "CONDUCT": "effectiveness legitimacy integrity motive conduct policy decision handling honesty impartiality",
    "CRIME": "crime crimes genocide atrocity atrocities massacre abuse violation cleansing terrorism",
    "CUSTODY": "custody prison jail detention captivity",
    "CYBERWAR": "warfare cyberattack",
    "DEAL": "deal deals agreement agreements accord accords pact pacts treaty treaties contract contracts memorandum "
    "settlement convention protocol declaration truce compromise consensus communique",
    "DEMAND": (
        "demand demands request requests call calls appeal appeals proposal proposals offer condition conditions "
        "order orders ultimatum warning plea"
    ),
    "DIPLOMAT": "diplomat diplomats ambassador ambassadors envoy envoys attache consul staff",
    "DISPUTE": "dispute disputes conflict difference differences row",
    "EVIDENCE": "evidence proof information testimony",
    "FIGHTING": (
        "fighting hostility hostilities attack attacks war bombing offensive fire shelling operation operations "
        "conflict"
    ),
    "FIRE": "fire gunfire shot",
    "FLAG": "flag flags effigy effigies portrait",
    "FREE": "free go",
    "FORCES": (
        "platoon troop troops soldier soldiers force forces army warship warships ship ships plane planes jet "
        "jets tank tanks police battalion brigade unit units reservist reservists personnel marine marines navy "
        "helicopter helicopters battlegroup battlegroups missile missiles carrier destroyer guard militia "
        "reinforcements fleet bomber weapon military vessel"
    ),
    "FORCES_JOINED": "force forces hand hands",
    "GOODS": "oil gas grain wheat goods coal steel uranium",
    "GUEST": (
        "president minister premier king leader ambassador envoy secretary delegation counterpart pope queen chancellor"
    ),
    "CONVICTED": "guilty",
    "GUILT": "guilty",
    "NOT_GUILTY": "guilty",
    "HEARING": "hearing trial inquest proceeding",
    "HELP": "help assistance aid support intervention meeting protection asylum",
    "HOSTAGE": "hostage hostages captive",
    "INQUIRY": "inquiry investigation investigations probe enquiry inquest trial",
    "INSULT": (
        "liar criminal terrorist murderer killer dictator tyrant thug butcher disgrace coward traitor racist fascist "
        "fool stupid idiot clown corrupt cruel hypocrite incompetent disgraceful dishonest evil shameful enemy"
    ),
    "INSPECTOR": "inspector inspectors monitor monitors observer observers worker workers staff",
    "INTELLIGENCE": "intelligence information evidence data technology expertise",
    "LAWSUIT": "lawsuit suit case lawsuits",
    "MEDIATION": "mediation effort efforts",
    "MEASURE": "measure bill plan law action step resolution legislation sanction move",
    "MEDIA_TARGET": (
        "website websites access newspaper internet broadcast publication journalist twitter facebook licence license"
    ),
    "MEMBER": "member",
    "MEMBERSHIP": "membership",
    "MONEY": (
        "million billion dollar dollars euro euros pound pounds money fund funds funding $ € £ yen ruble rubles "
        "tonne aid"
    ),
    "PARTY": "party parliament organization organisation group",
    "POLICY": (
        "policy plan decision proposal record stance approach report law claim deal idea critic opponent rival "
        "biography platform character integrity credibility reform bill speech"
    ),
    "PEACEKEEPERS": "peacekeeper peacekeepers monitor monitors observer observers",
    "POSITION": (
        "mosque city town village territory position base airport building palace embassy area region outpost "
        "stronghold compound island province hill bridge capital crossing land ground plant headquarters camp "
        "prison station"
    ),
    "PERMISSION": "permission approval pardon extension delay bail visa asylum amnesty access clemency request",
    "PRISONERS": "prisoner prisoners hostage hostages detainee detainees captive captives inmate inmates pow dissident",
    "PREMISES": "home house residence office headquarters premises apartment",
    "PROMISE": "promise pledge commitment vow",
    "PROPERTY": (
        "property territory land artefact artifact artifacts artefacts painting manuscript treasure remains body "
        "bodies asset"
    ),
    "PROTEST": (
        "protest protests demonstration demonstrations rally rallies strike strikes march marches riot sit-in "
        "vigil boycott hunger uprising dissent walkout blockade"
    ),
    "REFUGEES": "refugee refugees migrant migrants seeker seekers evacuee evacuees",
    "SIEGE": "siege",
    "SHIELD": "shield shields hostage hostages",
    "WARRANT": "warrant warrants",
    "WORK": "work",
    "REFUGE": "asylum refuge shelter sanctuary protection haven",
    "RELATIONS": "relation relations tie ties link links cooperation partnership friendship",
    "RELIEF": "food medicine relief blanket tent supply supplies water tons tonnes grain",
    "RESTRICTION": (
        "restriction restrictions curfew ban bans sanction sanctions embargo embargoes siege emergency "
        "limit limits curb curbs boycott duty tariff tariffs martial measures blackout censorship lockdown "
        "barrier quota measure"
    ),
    "RIGHT_TO": "right",
    "VENGEANCE": "revenge vengeance retaliation reprisal response retribution war",
    "RIGHTS": "right rights freedom freedoms autonomy power powers citizenship status visa amnesty license",
    "ROAD": "road roads street highway traffic railway entrance bridge",
    "SANCTION": "sanction sanctions embargo embargoes tariff tariffs penalty penalties boycott levy",
    "SECURITY": "security patrol patrols",
    "SHIP": "ship vessel boat submarine warship cruiser",
    "VESSEL": "plane airliner jet aircraft helicopter flight bus train ship boat tanker ferry vessel truck car",
    "AIRCRAFT": (
        "aircraft plane helicopter jet drone missile missiles rocket warhead projectile shell warplane airliner bomber"
    ),
    "STATEHOOD": "independence state government sovereignty republic legitimacy",
    "STOCKPILE": "stockpile weapons arsenal",
    "STREET": "street streets",
    "SUPPORT": "support solidarity backing confidence commitment",
    "TALKS": (
        "talk talks negotiation negotiations dialogue meeting meetings summit conference consultation "
        "consultations discussion discussions contact contacts session"
    ),
    "TARIFF": "tariff tariffs duty duties",
    "TEARGAS": "tear-gas gas baton batons cannon",
    "TEST": "missile missiles rocket test tests satellite",
    "THREAT": "threat threats",
    "TIES": "tie ties relation relations link links contact",
    "TOOLS": "tools",
    "TRADE": "import imports export exports trade sale sales flight flights investment",
    "TRIBUTE": "tribute homage",
    "ULTIMATUM": "ultimatum warning threat deadline",
    "VISA": "visa visas entry",
    "VISIT": "visit visits trip tour",
    "VOTE": "election elections vote poll referendum",
    "WRONG": "mistake error responsibility wrongdoing defeat",
    "TARGET": (
        "city town village base building hospital school target targets position positions house home area camp "
        "convoy market church mosque airport port plant refinery depot vehicle ship civilian facility site "
        "neighborhood neighbourhood district block ministry headquarters infrastructure station embassy tanker "
        "factory checkpoint territory crowd protester demonstrator"
    ),
    "ABUSE": "abuse abuses violation violations compliance",
}
# Classes of objects told by the actor there, not by the word.
# CLAUSE asks for an infinitive of another ("asked X to"), TO_DO for one of one's own ("offered to"),
# BACK for a thing and to whom ("returned the mask to Benin").
ACTOR_CLASSES = frozenset({"PERSON", "PEOPLE", "PERSON_ALONE", "PLACE", "BODY"})
