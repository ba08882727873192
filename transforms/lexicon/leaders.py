"""Heads of state and government, ministers and other much-named people, by country.

General knowledge, past and present, so that a bare surname finds its country. A surname that several
countries' leaders share is given with its first name only. Sector GOV unless a row says otherwise.
"""

# Names by country.
LEADERS: dict[str, str] = {
    "USA": (
        "Trump;Donald Trump;Biden;Joe Biden;Obama;Barack Obama;Clinton;Bill Clinton;Hillary Clinton;George Bush;"
        "George W. Bush;Bush;Reagan;Ronald Reagan;Jimmy Carter;Nixon;Kissinger;Henry Kissinger;Antony Blinken;"
        "Blinken;Kamala Harris;Mike Pence;Pence;Mike Pompeo;Pompeo;John Kerry;Kerry;Colin Powell;"
        "Condoleezza Rice;Rumsfeld;Donald Rumsfeld;Madeleine Albright;Albright;Warren Christopher;James Baker;"
        "Dick Cheney;Cheney;Rex Tillerson;Tillerson;Lloyd Austin;Marco Rubio;Rubio;JD Vance;Vance;Pete Hegseth;"
        "Hegseth;Jake Sullivan;Jim Mattis;Mattis;William Perry;Richard Holbrooke;Holbrooke;John Bolton;Bolton;"
        "Jen Psaki;Psaki;Janet Yellen;Yellen;Steve Mnuchin;Mnuchin;William Barr;Robert Mueller;Al Gore;"
        "Leon Panetta;Jerome Powell"
    ),
    "RUS": (
        "Putin;Vladimir Putin;Medvedev;Dmitry Medvedev;Yeltsin;Boris Yeltsin;Gorbachev;Mikhail Gorbachev;Lavrov;"
        "Sergei Lavrov;Sergey Lavrov;Peskov;Dmitry Peskov;Shoigu;Sergei Shoigu;Kozyrev;Andrei Kozyrev;Brezhnev;"
        "Primakov;Yevgeny Primakov;Prigozhin;Kadyrov;Ramzan Kadyrov;Zakharova;Maria Zakharova;Shevardnadze"
    ),
    "GBR": (
        "Boris Johnson;Starmer;Keir Starmer;Sunak;Rishi Sunak;Liz Truss;Truss;Theresa May;Cameron;David Cameron;"
        "Tony Blair;Blair;Gordon Brown;Thatcher;Margaret Thatcher;John Major;Jack Straw;Jeremy Hunt;Dominic Raab;"
        "David Lammy;James Cleverly;Ben Wallace;Jeremy Corbyn;Corbyn;Geoffrey Howe;Douglas Hurd;Philip Hammond"
    ),
    "FRA": (
        "Macron;Emmanuel Macron;Hollande;Francois Hollande;François Hollande;Sarkozy;Nicolas Sarkozy;Chirac;"
        "Jacques Chirac;Mitterrand;Francois Mitterrand;François Mitterrand;Le Drian;Jean-Yves Le Drian;Fabius;Le Pen;"
        "Marine Le Pen;Kouchner;Bernard Kouchner;de Villepin;Roland Dumas;Giscard d'Estaing"
    ),
    "DEU": (
        "Merkel;Angela Merkel;Scholz;Olaf Scholz;Merz;Friedrich Merz;Baerbock;Annalena Baerbock;Kohl;Helmut Kohl;"
        "Schroeder;Gerhard Schroeder;Gerhard Schröder;Steinmeier;Heiko Maas;Joschka Fischer;Genscher;Habeck;Pistorius"
    ),
    "UKR": (
        "Zelensky;Zelenskyy;Zelenskiy;Volodymyr Zelensky;Volodymyr Zelenskyy;Poroshenko;Petro Poroshenko;Yanukovych;"
        "Viktor Yanukovych;Yushchenko;Tymoshenko;Kuleba;Dmytro Kuleba;Umerov;Sybiha;Yermak;Reznikov;Klitschko;Syrskyi"
    ),
    "CHN": (
        "Xi;Xi Jinping;Hu Jintao;Jiang Zemin;Li Peng;Deng Xiaoping;Li Keqiang;Wang Yi;Wen Jiabao;Mao Zedong;Li Qiang;"
        "Yang Jiechi;Zhao Lijian;Carrie Lam;Liu He;Hua Chunying;Qin Gang;Zhu Rongji"
    ),
    "ISR": (
        "Netanyahu;Benjamin Netanyahu;Sharon;Ariel Sharon;Rabin;Yitzhak Rabin;Peres;Shimon Peres;Ehud Barak;Barak;"
        "Olmert;Ehud Olmert;Menachem Begin;Yitzhak Shamir;Shamir;Benny Gantz;Gantz;Naftali Bennett;Yair Lapid;Lapid;"
        "Lieberman;Avigdor Lieberman;Gallant;Yoav Gallant;Tzipi Livni;Katsav;Moshe Katsav;Ben-Gvir;Smotrich"
    ),
    "PSE": (
        "Arafat;Yasser Arafat;Yasir Arafat;Abbas;Mahmoud Abbas;Haniyeh;Ismail Haniyeh;Ismail Haniya;Haniya;"
        "Saeb Erekat;Khaled Meshaal;Sinwar;Yahya Sinwar;Fayyad;Marwan Barghouti"
    ),
    "IRN": (
        "Rouhani;Hassan Rouhani;Ahmadinejad;Mahmoud Ahmadinejad;Khamenei;Ali Khamenei;Khatami;Khomeini;Rafsanjani;"
        "Raisi;Ebrahim Raisi;Zarif;Javad Zarif;Mohammad Javad Zarif;Soleimani;Qassem Soleimani;Pezeshkian;Araghchi;"
        "Ruhollah Khomeini;Amir-Abdollahian;Abbas Araghchi"
    ),
    "IRQ": (
        "Saddam;Saddam Hussein;Maliki;Nouri al-Maliki;al-Maliki;Abadi;Haider al-Abadi;al-Abadi;Talabani;Barzani;"
        "Masoud Barzani;Muqtada al-Sadr;al-Sadr;Sadr;Tariq Aziz;Kadhimi;Allawi"
    ),
    "SYR": "Assad;al-Assad;Bashar al-Assad;Bashar Assad;Hafez al-Assad;Walid al-Moallem;al-Sharaa",
    "TUR": "Erdogan;Recep Tayyip Erdogan;Erdoğan;Recep Tayyip Erdoğan;Davutoglu;Cavusoglu;Mevlut Cavusoglu;Ocalan;"
    "Abdullah Ocalan;Turgut Ozal;Ozal;Fidan;Hakan Fidan;Abdullah Gul;Imamoglu;Akar;Demirel;Yildirim",
    "EGY": "Mubarak;Hosni Mubarak;Sisi;el-Sisi;al-Sisi;Abdel Fattah al-Sisi;Abdel Fattah el-Sisi;Morsi;Mohamed Morsi;"
    "Sadat;Anwar Sadat;Nasser;Shoukry;Sameh Shoukry",
    "LBY": "Gaddafi;Gadhafi;Qaddafi;Kadhafi;Muammar Gaddafi;Moammar Gadhafi;Haftar;Khalifa Haftar",
    "SAU": "Mohammed bin Salman;King Salman;King Fahd;King Abdullah;Adel al-Jubeir;bin Salman;Saud al-Faisal",
    "JOR": "King Hussein;King Abdullah II;Ayman Safadi",
    "LBN": (
        "Hariri;Rafik Hariri;Saad Hariri;Nasrallah;Hassan Nasrallah;Aoun;Michel Aoun;Siniora;Elias Hrawi;Mikati;"
        "Nabih Berri"
    ),
    "YEM": "Hadi;Saleh;Ali Abdullah Saleh",
    "JPN": (
        "Abe;Shinzo Abe;Koizumi;Junichiro Koizumi;Kishida;Fumio Kishida;Suga;Yoshihide Suga;Ishiba;Takaichi;Hashimoto"
    ),
    "KOR": (
        "Moon Jae-in;Park Geun-hye;Yoon Suk-yeol;Yoon Suk Yeol;Lee Myung-bak;Kim Dae-jung;Roh Moo-hyun;Lee Jae-myung"
    ),
    "PRK": "Kim Jong Un;Kim Jong-un;Kim Jong Il;Kim Jong-il;Kim Il Sung;Kim Il-sung;Kim Yo Jong",
    "IND": (
        "Modi;Narendra Modi;Manmohan Singh;Vajpayee;Rajiv Gandhi;Indira Gandhi;Sonia Gandhi;Rahul Gandhi;"
        "Jaishankar;Amit Shah;Sushma Swaraj;Kejriwal;Arvind Kejriwal;Rajnath Singh;Mamata Banerjee;Narasimha Rao"
    ),
    "PAK": (
        "Imran Khan;Musharraf;Pervez Musharraf;Nawaz Sharif;Shehbaz Sharif;Benazir Bhutto;Bhutto;Zardari;"
        "Asif Ali Zardari;Zia ul-Haq;Gilani"
    ),
    "AFG": "Karzai;Hamid Karzai;Ghani;Ashraf Ghani;Najibullah;Abdullah Abdullah;Hekmatyar",
    "BGD": "Hasina;Sheikh Hasina;Khaleda Zia;Yunus;Muhammad Yunus",
    "LKA": "Rajapaksa;Mahinda Rajapaksa;Gotabaya Rajapaksa;Sirisena;Wickremesinghe;Kumaratunga;Prabhakaran;Premadasa",
    "MMR": "Suu Kyi;Aung San Suu Kyi;Min Aung Hlaing;Thein Sein",
    "PHL": "Duterte;Rodrigo Duterte;Marcos;Ferdinand Marcos;Aquino;Corazon Aquino;Arroyo;Estrada;Ramos",
    "IDN": "Jokowi;Joko Widodo;Suharto;Sukarno;Yudhoyono;Prabowo;Megawati;Habibie",
    "MYS": "Mahathir;Mahathir Mohamad;Najib;Najib Razak;Anwar Ibrahim",
    "THA": "Thaksin;Thaksin Shinawatra;Prayuth;Yingluck;Yingluck Shinawatra",
    "KHM": "Hun Sen;Norodom Sihanouk;Sihanouk;Norodom Ranariddh;Pol Pot",
    "VNM": "Ho Chi Minh;Nguyen Phu Trong",
    "TWN": "Tsai Ing-wen;Tsai;Lee Teng-hui;Chen Shui-bian;Ma Ying-jeou;Lai Ching-te",
    "AUS": "Albanese;Anthony Albanese;Scott Morrison;Turnbull;Malcolm Turnbull;Tony Abbott;John Howard;Kevin Rudd;"
    "Julia Gillard;Penny Wong;Bob Hawke;Paul Keating",
    "NZL": "Ardern;Jacinda Ardern;Winston Peters;Helen Clark",
    "CAN": "Trudeau;Justin Trudeau;Stephen Harper;Mark Carney;Carney;Freeland;Chrystia Freeland;Mulroney;Chretien",
    "MEX": "Lopez Obrador;López Obrador;Andrés Manuel López Obrador;Pena Nieto;Peña Nieto;Sheinbaum;Claudia Sheinbaum;"
    "Vicente Fox;Felipe Calderon;Salinas;Zedillo",
    "CUB": "Castro;Fidel Castro;Raul Castro;Díaz-Canel;Diaz-Canel",
    "VEN": "Maduro;Nicolas Maduro;Nicolás Maduro;Chavez;Hugo Chavez;Hugo Chávez;Chávez;Guaido;Guaidó;Juan Guaido;"
    "Juan Guaidó;Delcy Rodriguez;Delcy Rodríguez;Machado;Maria Corina Machado;María Corina Machado;Capriles",
    "BRA": "Lula;Lula da Silva;Bolsonaro;Jair Bolsonaro;Rousseff;Dilma Rousseff;Temer;Michel Temer;Cardoso",
    "ARG": "Macri;Mauricio Macri;Kirchner;Cristina Kirchner;Menem;Carlos Menem;Milei;Javier Milei;Galtieri;Alfonsin",
    "COL": "Uribe;Alvaro Uribe;Álvaro Uribe;Juan Manuel Santos;Iván Duque;Ivan Duque;Petro;Gustavo Petro",
    "CHL": "Pinochet;Augusto Pinochet;Bachelet;Michelle Bachelet;Piñera;Boric;Allende",
    "PER": "Fujimori;Alberto Fujimori;Humala;Kuczynski;Boluarte;Toledo;Keiko Fujimori",
    "BOL": "Evo Morales;Morales;Jeanine Añez;Jeanine Anez;Luis Arce",
    "ECU": "Correa;Rafael Correa;Noboa;Daniel Noboa;Lenin Moreno;Lenín Moreno",
    "NIC": "Ortega;Daniel Ortega;Violeta Chamorro;Somoza",
    "HTI": "Aristide;Jean-Bertrand Aristide;Moise;Moïse;Duvalier;Preval",
    "PAN": "Noriega;Manuel Noriega",
    "SLV": "Bukele;Nayib Bukele",
    "SRB": "Milosevic;Slobodan Milosevic;Vucic;Aleksandar Vucic;Kostunica;Djindjic;Tadic",
    "BIH": "Izetbegovic;Karadzic;Radovan Karadzic;Mladic;Ratko Mladic;Dodik;Milorad Dodik",
    "HRV": "Tudjman;Franjo Tudjman",
    "XKX": "Thaci;Hashim Thaci;Kurti;Rugova;Ibrahim Rugova",
    "ALB": "Edi Rama;Ilir Meta;Berisha;Sali Berisha",
    "GRC": "Tsipras;Alexis Tsipras;Mitsotakis;Papandreou;Varoufakis",
    "ITA": (
        "Berlusconi;Silvio Berlusconi;Renzi;Matteo Renzi;Salvini;Matteo Salvini;Meloni;Giorgia Meloni;Draghi;"
        "Conte;Andreotti"
    ),
    "ESP": (
        "Rajoy;Mariano Rajoy;Pedro Sanchez;Pedro Sánchez;Zapatero;Aznar;Puigdemont;Carles Puigdemont;Franco;Borrell"
    ),
    "PRT": "Mario Soares",
    "HUN": "Orban;Orbán;Viktor Orban;Viktor Orbán;Szijjarto;Kadar",
    "POL": "Duda;Andrzej Duda;Tusk;Donald Tusk;Kaczynski;Walesa;Lech Walesa;Jaruzelski;Morawiecki;Sikorski;Nawrocki",
    "CZE": "Havel;Vaclav Havel;Babis;Zeman;Petr Pavel",
    "ROU": "Ceausescu;Iliescu;Iohannis",
    "BLR": "Lukashenko;Alexander Lukashenko;Tikhanovskaya;Tsikhanouskaya",
    "GEO": "Saakashvili;Mikheil Saakashvili;Eduard Shevardnadze;Zourabichvili;Gamsakhurdia",
    "ARM": "Pashinyan;Nikol Pashinyan;Kocharian;Sargsyan",
    "AZE": "Aliyev;Ilham Aliyev;Heydar Aliyev",
    "KAZ": "Nazarbayev;Nursultan Nazarbayev;Tokayev",
    "KGZ": "Akayev;Askar Akayev;Bakiyev;Japarov",
    "UZB": "Karimov;Mirziyoyev",
    "SWE": "Olof Palme;Kristersson;Ulf Kristersson",
    "NOR": "Solberg;Brundtland",
    "DNK": "Frederiksen;Mette Frederiksen",
    "FIN": "Niinisto;Niinistö;Sauli Niinistö;Sanna Marin;Stubb",
    "NLD": "Geert Wilders",
    "IRL": "Varadkar;Leo Varadkar;Micheal Martin;Bertie Ahern",
    "CYP": "Anastasiades;Denktash;Rauf Denktash",
    "ZAF": "Mandela;Nelson Mandela;Zuma;Jacob Zuma;Ramaphosa;Cyril Ramaphosa;Mbeki;Thabo Mbeki;de Klerk;De Klerk;"
    "P.W. Botha;Buthelezi;Malema;Julius Malema",
    "ZWE": "Mugabe;Robert Mugabe;Mnangagwa;Emmerson Mnangagwa;Tsvangirai;Morgan Tsvangirai",
    "NGA": "Buhari;Muhammadu Buhari;Obasanjo;Olusegun Obasanjo;Tinubu;Bola Tinubu;Goodluck Jonathan;Abacha;Babangida",
    "KEN": "Kenyatta;Uhuru Kenyatta;Ruto;William Ruto;Odinga;Raila Odinga;Kibaki;Daniel arap Moi",
    "ETH": "Abiy;Abiy Ahmed;Meles Zenawi;Meles;Mengistu",
    "ERI": "Isaias Afwerki;Afwerki",
    "SDN": "Bashir;al-Bashir;Omar al-Bashir;Omar Hassan al-Bashir;Burhan;al-Burhan;Hemedti;Turabi;Hamdok",
    "SSD": "Salva Kiir;Kiir;Machar;Riek Machar",
    "SOM": "Farmajo;Siad Barre;Aideed;Hassan Sheikh Mohamud",
    "UGA": "Museveni;Yoweri Museveni;Idi Amin;Kony;Joseph Kony;Bobi Wine",
    "RWA": "Kagame;Paul Kagame;Habyarimana",
    "BDI": "Nkurunziza;Buyoya",
    "COD": "Kabila;Joseph Kabila;Laurent Kabila;Mobutu;Mobutu Sese Seko;Tshisekedi;Felix Tshisekedi;Lumumba",
    "CIV": "Gbagbo;Laurent Gbagbo;Ouattara;Alassane Ouattara;Houphouet-Boigny;Bedie",
    "LBR": "Charles Taylor;Samuel Doe;Ellen Johnson Sirleaf;Sirleaf;Weah",
    "SEN": "Macky Sall;Abdoulaye Wade;Ousmane Sonko",
    "TCD": "Idriss Deby;Deby;Habre;Hissene Habre",
    "BFA": "Compaore;Blaise Compaore;Sankara;Traore",
    "GMB": "Jammeh;Yahya Jammeh;Jawara;Adama Barrow",
    "GHA": "Rawlings;Akufo-Addo;Mahama",
    "AGO": "Savimbi;Jonas Savimbi;dos Santos",
    "ZMB": "Kaunda;Kenneth Kaunda;Mwanawasa;Chiluba;Lungu",
    "MOZ": "Chissano;Nyusi;Dhlakama",
    "NAM": "Nujoma;Sam Nujoma",
    "TUN": "Ben Ali;Kais Saied;Bourguiba;Essebsi",
    "DZA": "Bouteflika;Bouteflicka;Abdelaziz Bouteflika;Tebboune;Chadli",
    "MAR": "King Hassan;King Mohammed VI;Mohammed VI;King Hassan II",
    "VAT": "Pope Francis;Pope Leo;Pope John Paul II;Pope Benedict;Pope John Paul",
    "IGO": (
        "Guterres;Antonio Guterres;António Guterres;Ban Ki-moon;Kofi Annan;Annan;Boutros-Ghali;"
        "Boutros Boutros-Ghali;Perez de Cuellar;Kurt Waldheim;Stoltenberg;Jens Stoltenberg;Rutte;Mark Rutte;"
        "von der Leyen;Ursula von der Leyen;Juncker;Jean-Claude Juncker;Mogherini;Federica Mogherini;Ashton;"
        "Catherine Ashton;Javier Solana;Solana;Josep Borrell;Kallas;Kaja Kallas;ElBaradei;Mohamed ElBaradei;"
        "Hans Blix;Tedros;Rafael Grossi;Grossi;Lagarde;Christine Lagarde;Barnier;Michel Barnier;Charles Michel;"
        "Staffan de Mistura;Karim Khan;Klibi"
    ),
}
# Names above whose bearers hold no office of government.
LEADER_SECTORS: dict[str, str] = {
    "Guaido": "OPP", "Guaidó": "OPP", "Juan Guaido": "OPP", "Juan Guaidó": "OPP", "Machado": "OPP",
    "Tsvangirai": "OPP", "Morgan Tsvangirai": "OPP", "Odinga": "OPP", "Raila Odinga": "OPP", "Bobi Wine": "OPP",
    "Tikhanovskaya": "OPP", "Tsikhanouskaya": "OPP", "Ocalan": "REB", "Abdullah Ocalan": "REB", "Kony": "REB",
    "Joseph Kony": "REB", "Savimbi": "REB", "Jonas Savimbi": "REB", "Nasrallah": "REB", "Hassan Nasrallah": "REB",
    "Sinwar": "REB", "Yahya Sinwar": "REB", "Haftar": "REB", "Khalifa Haftar": "REB", "Prabhakaran": "REB",
    "Corbyn": "OPP", "Jeremy Corbyn": "OPP", "Le Pen": "OPP", "Marine Le Pen": "OPP", "Rahul Gandhi": "OPP",
    "Dhlakama": "REB", "Soleimani": "MIL", "Qassem Soleimani": "MIL", "Prigozhin": "MIL", "Hemedti": "REB",
    "Ousmane Sonko": "OPP", "Malema": "OPP", "Julius Malema": "OPP", "Maria Corina Machado": "OPP",
    "María Corina Machado": "OPP", "Karim Khan": "JUD", "Puigdemont": "OPP", "Imamoglu": "OPP", "Navalny": "OPP",
}  # fmt: skip
