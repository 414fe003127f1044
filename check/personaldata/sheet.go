package personaldata

import (
	"tilltal/base/lingo"
	"tilltal/check"
)

// The rules' stable ids.
const (
	rulePersonal     = "personaldata.personnummer"
	ruleCoordination = "personaldata.samordningsnummer"
	ruleOrganisation = "personaldata.organisationsnummer"
	rulePhone        = "personaldata.phone"
	ruleEmail        = "personaldata.email"
	ruleIBAN         = "personaldata.iban"
	ruleBankgiro     = "personaldata.bankgiro"
	rulePlate        = "personaldata.plate"
	ruleCase         = "personaldata.casenumber"
	ruleCoordinates  = "personaldata.coordinates"
	ruleAddress      = "personaldata.address"
	ruleName         = "personaldata.name"
	ruleSensitive    = "personaldata.sensitive"
)

const (
	gdpr     = "Dataskyddsförordningen (EU) 2016/679 artikel 6"
	gdprID   = "Dataskyddsförordningen (EU) 2016/679 artikel 87 och SFS 2018:218 3 kap. 10 §"
	gdprCore = "Dataskyddsförordningen (EU) 2016/679 artikel 9 och 10"
	secrecy  = "SFS 2009:400 21 kap. 3 §"
)

var sheet = check.Sheet{
	Name:  "personaldata",
	Title: lingo.T("Personuppgifter", "Personal data"),
	Help: lingo.T(`Letar efter uppgifter som pekar ut en person: nummer, adresser, namn och känsliga ord nära ett namn.

Nummer hittas hur de än är skrivna, också med mellanslag, osynliga tecken eller andra siffror. En kontrollsiffra är ett tecken, inget bevis: ett slumpat nummer av tio klarar den. Därför säger anmärkningen hur säker den är.

Myndighetens egna nummer, adresser och kända företrädare lämnas i fred när de står bland era egna uppgifter. Namn som också är vanliga ord, och ovanliga namn utan efternamn, kan passera.`,
		`Looks for what points out a person: numbers, addresses, names, and sensitive words near a name.

Numbers are found however they are written, also with spaces, invisible characters or other digits. A check digit is a sign, no proof: one random number in ten passes. That is why the finding says how sure it is.

The authority's own numbers, addresses and known representatives are let be when they are among your own details. Names that are also common words, and unusual names without a surname, may pass.`),
	Rules: []check.Rule{
		{ID: rulePersonal, Title: lingo.T("Personnummer", "Personal identity number"), Source: gdprID,
			Help: lingo.T("Ett datum, tre siffror och en kontrollsiffra, i vilken form som helst: 850709-9805, 1985 07 09 9805. Också tillfälliga nummer med bokstav.", "A date, three digits and a check digit, in any form: 850709-9805, 1985 07 09 9805. Also interim numbers with a letter.")},
		{ID: ruleCoordination, Title: lingo.T("Samordningsnummer", "Coordination number"), Source: gdprID,
			Help: lingo.T("Som ett personnummer, men dagen är 60 högre: 701063-2391.", "Like a personal identity number, but the day is 60 higher: 701063-2391.")},
		{ID: ruleOrganisation, Title: lingo.T("Organisationsnummer", "Organisation number"), Source: gdpr,
			Help: lingo.T("Tio siffror där den tredje är minst 2: 802005-1952. För en enskild firma är det ägarens personnummer.", "Ten digits of which the third is at least 2: 802005-1952. A sole trader's is the owner's identity number.")},
		{ID: rulePhone, Title: lingo.T("Telefonnummer", "Telephone number"), Source: gdpr,
			Help: lingo.T("Ett nummer som finns i telefonplanen och inte är myndighetens: 070-174 06 05. Nummer på 010 är oftast växlar.", "A number that exists in the telephone plan and is not the authority's: 070-174 06 05. Numbers on 010 are most often switchboards.")},
		{ID: ruleEmail, Title: lingo.T("E-postadress", "E-mail address"), Source: gdpr,
			Help: lingo.T("En adress med någons namn: fornamn.efternamn@example.se. Funktionsadresser som registrator@ går bra.", "An address with somebody's name: first.last@example.se. Office addresses such as registrator@ are fine.")},
		{ID: ruleIBAN, Title: lingo.T("IBAN", "IBAN"), Source: gdpr,
			Help: lingo.T("Ett internationellt kontonummer: SE45 5000 0000 0583 9825 7466.", "An international account number: SE45 5000 0000 0583 9825 7466.")},
		{ID: ruleBankgiro, Title: lingo.T("Bankgiro, plusgiro eller konto", "Bankgiro, plusgiro or account"), Source: gdpr,
			Help: lingo.T("Ett nummer att betala till. Det är oftast myndighetens eget.", "A number to pay to. It is most often the authority's own.")},
		{ID: rulePlate, Title: lingo.T("Registreringsnummer", "Vehicle plate"), Source: gdpr,
			Help: lingo.T("Tre bokstäver och tre tecken: ABC 123. Ägaren går att slå upp.", "Three letters and three characters: ABC 123. The owner can be looked up.")},
		{ID: ruleCase, Title: lingo.T("Ärendenummer", "Case number"), Source: "SFS 2009:400 5 kap. 2 §",
			Help: lingo.T("Polisens K-nummer, målnummer i domstol och diarienummer: 5000-K123456-24.", "Police case numbers, court cases and registered papers: 5000-K123456-24.")},
		{ID: ruleCoordinates, Title: lingo.T("Koordinater", "Coordinates"), Source: gdpr,
			Help: lingo.T("En punkt på kartan i Sverige, i WGS 84 eller SWEREF 99 TM.", "A point on the map of Sweden, in WGS 84 or SWEREF 99 TM.")},
		{ID: ruleAddress, Title: lingo.T("Gatuadress", "Street address"), Source: secrecy,
			Help: lingo.T("En gata med nummer: Storgatan 12. Säkrare när någon bor där eller postnumret står med.", "A street with a number: Storgatan 12. Surer when somebody lives there or the postcode is given.")},
		{ID: ruleName, Title: lingo.T("Namn på en person", "Name of a person"), Source: gdpr,
			Help: lingo.T("För- och efternamn, eller ett av dem när det är tydligt: Anna Exempelsson. Gator, företag och historiska personer lämnas i fred.", "Given name and surname, or one of them when it is clear: Anna Exempelsson. Streets, companies and historical persons are let be.")},
		{ID: ruleSensitive, Title: lingo.T("Känslig uppgift om en person", "Sensitive detail about a person"), Source: gdprCore,
			Help: lingo.T("Ord om hälsa, brott, socialtjänst, fack, tro, ursprung, politik eller sexualliv i samma eller nästa mening som en person.", "Words on health, crime, social services, union, faith, origin, politics or sexual life in the same sentence as a person, or the next.")},
	},
}
