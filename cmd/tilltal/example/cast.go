package example

import (
	"tilltal/base/lingo"
	"tilltal/desk/people"
)

// person is somebody in the example. Her key is her first name in small letters, and the beginning of her address.
type person struct {
	key, given, name, unit string
	role                   people.Role // for the whole authority; "" when she has none
	work                   lingo.Text
}

func (p person) email() string { return p.key + "@exempelkommun.example" }

func (p person) newcomer() people.Newcomer {
	return people.Newcomer{GivenName: p.given, Name: p.name, Unit: p.unit, Email: p.email(), Language: "sv"}
}

// administrator is who installed the desk.
const administrator = "karin"

// members are everybody, those worth trying first at the top.
var members = []person{
	{"amina", "Amina", "Amina Berg", "Parkenheten", "",
		lingo.T("parkarbetare, skriver för Vardag i Sjövik", "park worker, writes for Vardag i Sjövik")},
	{"nadia", "Nadia", "Nadia Haddad", "Kommunikation", people.Communicator,
		lingo.T("kommunikatör och kontoansvarig", "communicator and account owner")},
	{"lars", "Lars", "Lars Öberg", "Kommunikation", people.Communicator,
		lingo.T("kommunikatör och kontoansvarig", "communicator and account owner")},
	{"petra", "Petra", "Petra Sandelin", "Polisen Sjövik", "",
		lingo.T("områdespolis, skriver för Polisen Sjövik", "community police officer, writes for Polisen Sjövik")},
	{"johan", "Johan", "Johan Nyqvist", "Gatuenheten", "",
		lingo.T("plogförare, skriver för Vardag i Sjövik", "snow-plough driver, writes for Vardag i Sjövik")},
	{"eeva", "Eeva", "Eeva Niskanen", "Sjöviks bibliotek", "",
		lingo.T("bibliotekarie, skriver för Vardag i Sjövik", "librarian, writes for Vardag i Sjövik")},
	{"sara", "Sara", "Sara Lindqvist", "Parkenheten", "",
		lingo.T("arbetsledare, kontoansvarig för Vardag i Sjövik", "team leader, account owner of Vardag i Sjövik")},
	{"mehmet", "Mehmet", "Mehmet Yildiz", "Polisen Sjövik", "",
		lingo.T("polis, kontoansvarig för Polisen Sjövik", "police officer, account owner of Polisen Sjövik")},
	{"birgitta", "Birgitta", "Birgitta Hallgren", "Polisen Sjövik", "",
		lingo.T("stationschef, kontoansvarig för Polisen Sjövik", "head of the station, account owner of Polisen Sjövik")},
	{"olle", "Olle", "Olle Marklund", "Vatten och avlopp", people.Expert,
		lingo.T("vatteningenjör, sakkunnig", "water engineer, subject expert")},
	{"helena", "Helena", "Helena Stråle", "Kansliet", people.DecisionMaker,
		lingo.T("kommunjurist och beslutsfattare", "municipal lawyer and decision maker")},
	{"tomasz", "Tomasz", "Tomasz Kowal", "Kansliet", people.Registrar,
		lingo.T("registrator", "registrar")},
	{"inger", "Inger", "Inger Fors", "Revisionen", people.Auditor,
		lingo.T("revisor, ser allt och ändrar inget", "auditor, sees all and changes nothing")},
	{administrator, "Karin", "Karin Ekelund", "IT-enheten", people.Administrator,
		lingo.T("administratör", "administrator")},
}

func personOf(key string) person {
	for _, p := range members {
		if p.key == key {
			return p
		}
	}
	return person{}
}
