"""Regions that news names without their country: first-level divisions and contested areas.

United States and Canadian ones come first, because "Paris, Texas" turns on them.
"""

# Regions by country.
REGIONS: dict[str, str] = {
    "USA": (
        "Alabama;Alaska;Arizona;Arkansas;California;Colorado;Connecticut;Delaware;Florida;Hawaii;Idaho;Illinois;"
        "Indiana;Iowa;Kansas;Kentucky;Louisiana;Maine;Maryland;Massachusetts;Michigan;Minnesota;Mississippi;"
        "Missouri;Montana;Nebraska;Nevada;New Hampshire;New Jersey;New Mexico;New York;North Carolina;"
        "North Dakota;Ohio;Oklahoma;Oregon;Pennsylvania;Rhode Island;South Carolina;South Dakota;Tennessee;Texas;"
        "Utah;Vermont;Virginia;West Virginia;Wisconsin;Wyoming;D.C.;New England;Long Island;Ala.;Ariz.;Ark.;"
        "Calif.;Colo.;Conn.;Fla.;Ill.;Ind.;Kan.;Ky.;La.;Md.;Mass.;Mich.;Minn.;Miss.;Mo.;Mont.;Neb.;Nev.;N.H.;"
        "N.J.;N.M.;N.Y.;N.C.;N.D.;Okla.;Ore.;Pa.;R.I.;S.C.;S.D.;Tenn.;Tex.;Vt.;Va.;W.Va.;Wis.;Wyo."
    ),
    "CAN": "Ontario;British Columbia;Alberta;Manitoba;Saskatchewan;Nova Scotia;New Brunswick;Newfoundland;Yukon",
    "AUS": "New South Wales;Victoria;Queensland;Tasmania;South Australia;Western Australia;Northern Territory",
    "IND": "Uttar Pradesh;Bihar;West Bengal;Maharashtra;Gujarat;Rajasthan;Assam;Manipur;Kerala;Karnataka;Tamil Nadu;"
    "Odisha;Jharkhand;Chhattisgarh;Haryana;Telangana;Andhra Pradesh;Madhya Pradesh;Jammu;Ladakh;Punjab",
    "PAK": "Khyber Pakhtunkhwa;Sindh;Baluchistan;North Waziristan;South Waziristan;Swat",
    "AFG": "Helmand;Nangarhar;Kunar;Paktia;Khost;Badakhshan",
    "IRQ": "Anbar;Diyala;Nineveh;Sinjar",
    "SYR": "Idlib province;Afrin;Rojava;Ghouta",
    "UKR": (
        "Donetsk region;Luhansk region;Donetsk;Luhansk;Zaporizhzhia;Kherson region;Kharkiv region;Snake Island;"
        "Bucha;Irpin"
    ),
    "RUS": "Kursk region;Belgorod region;Moscow region;Crimea bridge;Chechen Republic;Tatarstan;Kamchatka;Sakhalin",
    "GEO": "Adjara;Gori",
    "AZE": "Nagorno-Karabakh;Nagorno Karabakh;Karabakh;Nakhichevan;Nakhchivan",
    "PSE": "Rafah crossing;Khan Younis;Jabalia",
    "LBN": "Bekaa Valley;southern Lebanon",
    "NGA": "Borno;Kaduna state;Niger Delta;Zamfara",
    "COD": "North Kivu;South Kivu;Ituri;Kasai;Katanga",
    "ETH": "Afar;Gambella",
    "SDN": "South Kordofan;Blue Nile;North Darfur;West Darfur",
    "MMR": "Rakhine;Kachin;Shan State;Chin State",
    "THA": "Pattani;Yala;Narathiwat",
    "PHL": "Luzon;Marawi;Sulu;Basilan",
    "LKA": "Jaffna;Jaffna peninsula",
    "CHN": "Inner Mongolia;Guangdong;Sichuan;Hubei;Henan;Yunnan;Hebei;Shandong;Zhejiang",
    "SRB": "Presevo Valley",
    "HRV": "Krajina;Slavonia",
    "ESP": "Andalusia;Galicia;Valencia region",
    "GBR": "Gibraltar;Belfast;Bermuda;Channel Islands",
    "FRA": "Mayotte;Reunion;Guadeloupe;Martinique;French Guiana;French Polynesia",
    "ITA": "Sicily;Lombardy;Sardinia;Lampedusa;Veneto",
    "MEX": "Chiapas;Sinaloa;Oaxaca;Guerrero;Michoacan;Jalisco",
    "COL": "Cauca;Antioquia;Catatumbo",
    "BRA": "Amazonas;Bahia;Minas Gerais;Rio de Janeiro state",
    "IDN": "Java;Sumatra;Sulawesi;Papua;Borneo",
    "JPN": "Okinawa;Hokkaido;Fukushima",
}
# Areas of which several states administer parts each: whose part is meant, the text tells ("Pakistan-held Kashmir").
DIVIDED: dict[str, frozenset[str]] = {
    "Kashmir": frozenset({"IND", "PAK", "CHN"}),
    "Western Sahara": frozenset({"MAR", "ESH"}),
    "Cyprus": frozenset({"CYP", "TUR"}),
}
# Towns' names that are commoner as something else; they count only where the engine sees a place.
_COMMON = (
    "Nice;Reading;Mobile;Of;Bath;Split;Deal;Man;Police;March;May;Most;Mary;Victoria;Sale;Hope;Enterprise;"
    "Independence;Union;Liberty;Nancy;Troy;Florence;Charlotte;Jackson;Lincoln;Madison;Washington;Obama;"
    "Columbia;Orange;Date;Centre;Center;San;Santa;Bar;Ho;Wa;Same;Best;Central;University;Young;Kerry;Salt;Un;"
    "Kim;Ali;Sur;Vladimir;David;Georgia;Marino;Ray;Wang;Clinton;Bush;Kent;Page;Santos;Tours;Battle;Gap;Plan;"
    "Gay;Van;Barr;North;South;East;West;Hamilton;Anderson;Wilson;Johnson;Taylor;Blair;Burke;Salem;Carson;"
    "Logan;Ford;Franklin;Justice;Asia;Republic;Senate;Labor;Trinity;Concord;Media;Normal;Eagle;Industry;"
    "Commerce;Progress;Alliance;Defiance;Peru"
)
COMMON_WORDS = frozenset(_COMMON.split(";"))
