const set = (text: string): ReadonlySet<string> =>
  new Set(text.split(/\s+/).filter(Boolean));

/** Signs of money that stand before a number. */
export const CURRENCY_SIGNS = set("$ £ € ¥ ₴ ₽ ₹ ₩ ₺ ₪ ₫ ¢");

/** Codes and names of money. */
export const MONEY = set(`usd eur gbp jpy uah rub cad aud chf cny inr sek nok
dkk pln czk huf dollar dollars euro euros pound pounds pence penny cent cents
yen yuan renminbi rupee rupees rouble roubles ruble rubles hryvnia hryvnias
hryvnya crown crowns krona kronor krone kroner koruna zloty zlotys franc francs
peso pesos real reais rand shekel shekels lira liras won baht dinar dinars
dirham dirhams riyal riyals naira shilling shillings ringgit rm sen rmb forint
forints leu lei lev leva quid bucks us hk nt a c ps guilders florins marks
thalers ducats talers`);

/** Units of time. */
export const TIME = set(`second seconds sec secs minute minutes min mins hour
hours hr hrs day days week weeks month months quarter quarters year years yr
yrs decade decades century centuries fortnight fortnights weekend
weekends ms millisecond milliseconds semester semesters seasons`);

/** Units of distance, speed, heat, power, and other sizes of one thing. */
export const MEASURES = set(
  `km kilometre kilometres kilometer kilometers m metre
metres meter meters cm centimetre centimetres centimeter centimeters mm
millimetre millimetres millimeter millimeters mile miles yard yards foot feet ft
inch inches in nm nanometer nanometers knots knot mph kmh kph km/h degrees
degree celsius fahrenheit c f w watt watts kw mw gw kilowatt kilowatts megawatt
megawatts gigawatt gigawatts kwh mwh gwh twh hp bhp horsepower ps nm rpm hz khz
mhz ghz v volts volt amps mah gb mb tb kb gigabytes megabytes terabytes pixels
megapixels mp db decibels ml cl g mg µg μg ppm ppb ppi mpg l lb lbs ounce
ounces oz bar pascal pascals gpa gigapascals points basis bps bp magnitude
calories kcal stone cubic square sq storeys stories floors pages`,
);

/** Amounts of stuff that may be counted over a period: still claims. */
export const STUFF = set(`tonne tonnes ton tons kg kilogram kilograms kilos
hectare hectares ha acre acres barrel barrels litre litres liter liters gallon
gallons bushel bushels`);

/** Nouns that end in s or not and are no plural that is counted. */
export const PEOPLE = set(`people persons person men women children adults
civilians soldiers troops personnel residents inhabitants citizens workers
employees staff patients victims refugees migrants students pupils voters
members protesters demonstrators police officers deaths dead fatalities
casualties injured wounded killed missing arrests cases infections households
families homes houses births marriages votes ships boats vessels vehicles cars
trucks aircraft planes flights schools hospitals buildings villages crimes
thefts incidents accidents attacks strikes applications complaints reports
requests passengers visitors tourists prisoners detainees hostages recruits
deserters conscripts doctors nurses teachers dockers firefighters farmers
farms animals cattle sheep pigs cows birds wolves bears fish trees fires
outbreaks doses vaccinations tests beds units orders permits visas licences
licenses jobs vacancies positions posts shifts companies firms businesses
individuals others motorists cyclists drivers pedestrians tenants asylum-seekers
seekers evacuees survivors guests delegates lawmakers deputies seats`);

/** Words before a number that make it a name or an address. */
export const NAMED = set(`no nos number numbers nr room gate section article
articles chapter paragraph page pages part line route highway motorway road
street flight channel hall platform pier berth terminal unit block floor level
phase stage group game round week day season episode version model type
category grade level lot plot figure table item question rule act law
resolution decree order code ward district precinct bus tram train class
apartment flat house suite box postcode zip chapter verse volume issue sector
zone area point hurricane buses articles rooms sections lines routes roads gates
trams trains chapters pages paragraphs highways items clauses rules blocks wards top big article art § # brigade battalion regiment
division squadron team boeing airbus window step mark tier ward appendix annex
clause lane exit track option windows iphone galaxy number-one heading schedule
protocol formula under-`);

/** Words that say that a number is a state at a moment. */
export const STATE_NOUNS = set(`inhabitants residents population members
employees staff personnel beds followers users customers subscribers reserves
stock stocks backlog roster vacancies`);

/** Verbs of a state: how many there are, not how many happened. */
export const STATE_VERBS = set(`remain remains remained stand stands stood lie
lay lies live lives lived living hold holds held holding house houses housed
employ employs employed have has stay stays stayed wait waiting await awaiting
number numbers numbered total-at serve serving shelter sheltering host hosts
hosting occupy sit sits work works anchored moored hospitalised hospitalized displaced
detained imprisoned employed registered-as exist exists`);

/** Verbs of what happened: they count over a period. */
export const EVENT_VERBS = set(`recorded registered reported counted killed
died injured wounded arrested opened filed launched deserted left fled arrived
came crossed entered returned joined attended gathered marched voted signed
received sold bought built destroyed damaged burned burnt lost stolen stole
born vaccinated infected diagnosed tested admitted discharged treated deported
expelled evacuated rescued issued granted handled moved carried transported
produced exported imported planted shipped delivered disappeared vanished
abandoned charged convicted prosecuted sentenced identified seized fired shot
drowned shut closed cancelled canceled delayed stopped brought added paid
logged documented confirmed detected intercepted launched conducted performed
applied submitted visited participated stayed swept submerged flooded
collapsed cut reached passed recovered found hired dismissed laid planned
caught held escaped surrendered examined checked inspected culled
collected surveyed sampled screened imposed mobilised mobilized drafted conscripted
recruited enlisted happened occurred took walked`);

/** Per what: words of a rate. */
export const PER_WORDS: ReadonlyMap<string, string> = new Map([
  ["day", "day"],
  ["week", "week"],
  ["month", "month"],
  ["quarter", "quarter"],
  ["year", "year"],
  ["annum", "year"],
]);

/** One word for "a …". */
export const PER_ADVERBS: ReadonlyMap<string, string> = new Map([
  ["daily", "day"],
  ["weekly", "week"],
  ["monthly", "month"],
  ["quarterly", "quarter"],
  ["yearly", "year"],
  ["annually", "year"],
]);

/** Nouns of pay and prices, whose percentages are not counts. */
export const PAY = set(`pay wage wages salary salaries interest tax taxes vat
price prices fee fees duty tariff tariffs discount rent rents raise cost costs
rate rates profit profits revenue sales-price shares stock bond yield pensions
pension inflation gdp economy budget funding dividend dividends index nasdaq dow ftse futures
crude brent sterling turnover earnings margin margins mortgage mortgages`);

/** Words before a number that say it is the size of a sample. */
export const SAMPLES = set("survey poll sample study interviews questionnaire");
