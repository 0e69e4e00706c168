/**
 * The words by which people's lists name their columns and answers, in English, Turkish and French. All are
 * written folded (see foldText), without accents and signs. `person-columns.ts` reads lists by them.
 */
import type { ageBands, sexes, Side } from '#domain/nouns/vocabulary.ts';

export type AgeBand = (typeof ageBands)[number];
export type Sex = (typeof sexes)[number];

/** What a column of a list can hold of a person. `fullName` is given and family name in one. */
export const personTargets = [
  'fullName',
  'givenName',
  'familyName',
  'organisation',
  'function',
  'side',
  'place',
  'sex',
  'ageBand',
  'phone',
  'email',
  'sector',
  'accessNeeds',
] as const;
export type PersonTarget = (typeof personTargets)[number];

const words = (list: string): readonly string[] => list.split('|').map((word) => word.trim().replaceAll(/\s+/g, ' '));

/** Heads of columns. Longer ones win over shorter ones: `organisation name` is no name. */
export const headWords: Readonly<Record<PersonTarget, readonly string[]>> = {
  fullName: words(
    `name | names | full name | fullname | name and surname | name surname | names and surname | participant | participants
    | participant name | name of participant | delegate | attendee | isim | isim soyisim | isim soyad | ad soyad | adi soyadi
    | ad ve soyad | adi ve soyadi | adi | ad | katilimci | katilimci adi | katilimcinin adi soyadi | unvan ad soyad | nom
    | nom complet | nom et prenom | nom et prenoms | noms et prenoms | nom prenom | nom prenoms | prenom et nom | prenom nom
    | prenoms et nom | nom du participant | participante`,
  ),
  givenName: words(
    `given name | given names | first name | first names | firstname | forename | forenames | christian name | on ad | on adi
    | ilk ad | prenom | prenoms`,
  ),
  familyName: words(
    `family name | surname | last name | lastname | familyname | second name | soyad | soyadi | soy ad | soy adi | soyisim
    | aile adi | nom de famille | patronyme`,
  ),
  organisation: words(
    `organisation | organization | organisation represented | organisation name | organization name | name of organisation
    | name of organization | institution | name of institution | represents | representing | ngo | ngo name | cso | association
    | ministry | ministry department | department | agency | company | employer | affiliation | kurum | kurumu | kurulus
    | kurum kurulus | kurum adi | temsil ettigi kurum | kurum stk | dernek | dernek adi | dernek vakif | stk | stk adi
    | organizasyon | organisme | structure | institution representee | nom de l organisme | nom de la structure | organisation
    representee | employeur | ong | service`,
  ),
  function: words(
    `function | position | job title | job | role | designation | occupation | post | gorev | gorevi | unvan | unvani
    | pozisyon | meslek | meslegi | fonction | poste | titre | profession | qualite`,
  ),
  side: words(
    `side | type | type of organisation | organisation type | organization type | stakeholder | stakeholder group | category
    | group | sphere | taraf | tarafi | kurum turu | kurulus turu | kamu stk | paydas | cote | categorie | type d organisme
    | type d organisation | partie prenante`,
  ),
  place: words(
    `place | province | district | city | town | region | location | county | island | il | ili | sehir | il ilce | ilce | yer
    | geldigi il | bolge | lieu | ville | departement | commune | localite`,
  ),
  sex: words('sex | gender | m f | f m | male female | cinsiyet | cinsiyeti | k e | e k | sexe | genre | h f | f h'),
  ageBand: words(
    'age | age group | age band | age range | yas | yasi | yas grubu | yas araligi | tranche d age | groupe d age | age en annees',
  ),
  phone: words(
    `phone | phone no | phone number | telephone | telephone number | tel | tel no | mobile | mobile number | mobile phone | cell
    | cellphone | cell phone | cell number | contact number | contact no | contact | contacts | whatsapp | gsm | gsm no | telefon
    | telefon no | telefon numarasi | cep | cep telefonu | cep no | iletisim | numero de telephone | portable | no de telephone`,
  ),
  email: words(
    `email | e mail | mail | email address | e mail address | eposta | e posta | e posta adresi | eposta adresi | mail adresi
    | courriel | adresse mail | adresse email | adresse e mail | mel`,
  ),
  sector: words(
    `sector | commission | field of work | field | area of work | thematic area | sektor | alan | calisma alani | faaliyet alani
    | secteur | domaine | domaine d activite`,
  ),
  accessNeeds: words(
    `access needs | special needs | accessibility | dietary | dietary needs | needs | ozel ihtiyac | ozel ihtiyaclar
    | erisim ihtiyaci | erisim ihtiyaclari | besoins particuliers | besoins d acces | accessibilite`,
  ),
};

/** Heads of columns that hold a number of the state for a person. They are never taken. */
export const nationalIdWords: readonly string[] = words(
  `id | id no | id number | id card | national id | nationality id | national identity number | identity number | identity no | identity card
  | passport | passport no | passport number | ssn | social security number | nin | tc | tckn | t c kimlik | tc kimlik
  | t c kimlik no | tc kimlik no | t c kimlik numarasi | tc kimlik numarasi | t c no | tc no | kimlik | kimlik no
  | kimlik numarasi | pasaport | pasaport no | cni | cin | carte d identite | no carte d identite | piece d identite
  | numero d identite | numero de passeport | passeport | numero de securite sociale | no securite sociale | nss`,
);

export const sideWords: Readonly<Record<Side, readonly string[]>> = {
  government: words(
    `government | gov | govt | gov t | g | public | public sector | state | ministry | municipality | local government | kamu
    | devlet | kamu kurumu | k | bakanlik | belediye | gouvernement | gouv | etat | public sector body | secteur public | ministere | mairie`,
  ),
  ngo: words(
    `ngo | ngos | ngo cso | cso | csos | cso ngo | civil society | civil society organisation | civil society organization
    | association | foundation | n | stk | sto | stk lar | sivil toplum | sivil toplum kurulusu | sivil toplum orgutu | dernek
    | vakif | ong | osc | societe civile | fondation`,
  ),
  other: words(
    `other | others | o | staff | associate | donor | private | private sector | academia | university | media | diger | ozel sektor | universite
    | akademi | autre | autres | prive | secteur prive | bailleur`,
  ),
};

export const sexWords: Readonly<Record<Sex, readonly string[]>> = {
  female: words('female | f | woman | w | kadin | k | kiz | femme | feminin | bayan'),
  male: words('male | m | man | erkek | e | homme | h | masculin | bay'),
  other: words('other | diger | autre | non binary | x'),
  not_said: words('not said | not stated | prefer not to say | n a | na | unknown | belirtilmedi | non precise'),
};

/** Words beside a number that open a band upwards or downwards: `65 and over`, `18 yaş altı`. */
export const overWords: ReadonlySet<string> = new Set(
  words('over | above | older | plus | more | ustu | uzeri | et plus | ans et plus'),
);
export const underWords: ReadonlySet<string> = new Set(
  words('under | below | younger | less | alti | moins | moins de'),
);

/** The ages each band holds, both ends included. */
export const bandAges: readonly (readonly [AgeBand, number, number])[] = [
  ['under_18', 0, 17],
  ['18_24', 18, 24],
  ['25_29', 25, 29],
  ['30_35', 30, 35],
  ['36_54', 36, 54],
  ['55_64', 55, 64],
  ['65_plus', 65, 120],
];

/** Parts of words by which the name of a body is told from a person's. */
export const bodyWords =
  /dernek|dernegi|derne|vakfi|vakif|mudurlu|bakanlig|belediye|universite|platformu|birligi|odasi|merkezi|ministry|department|division|association|network|foundation|organi[sz]ation|council|union|university|committee|commission|agency|centre|center|trust|federation|ministere|direction|mairie|comite|reseau|collectif|ong|example|ornek|exemple/;
