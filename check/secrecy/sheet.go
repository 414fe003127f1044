package secrecy

import (
	"tilltal/base/lingo"
	"tilltal/check"
)

var sheet = check.Sheet{
	Name:  "secrecy",
	Title: lingo.T("Sekretess", "Secrecy"),
	Help: lingo.T(`Frågar när ett ämne som lagen skyddar står nära en person. Vilka ämnen det är beror på vad för slags myndighet kontot talar för: det väljs med tonprofilen.

Frågan är aldrig ett besked. Om en uppgift är hemlig prövas av en människa, i det enskilda fallet (SFS 2009:400). Omdömet ser ord: det som är hemligt utan något av dem passerar.`,
		`Asks when a subject that the law protects stands near a person. Which subjects depends on the kind of authority that the account speaks for: that is chosen with the tone profile.

The question is never a verdict. Whether something is secret is tried by a person, in the case at hand (SFS 2009:400). The check sees words: what is secret without any of them passes.`),
	Rules: []check.Rule{
		{ID: ruleInvestigation, Title: lingo.T("Pågående utredning om brott", "Criminal investigation under way"), Source: "SFS 2009:400 18 kap. 1 § och 35 kap. 1 §",
			Help: lingo.T("”Mannen greps i går och sitter i förhör.”", "“The man was arrested yesterday and is being questioned.”")},
		{ID: ruleSocial, Title: lingo.T("Socialtjänst", "Social services"), Source: "SFS 2009:400 26 kap. 1 §",
			Help: lingo.T("”Familjen har försörjningsstöd sedan i våras.”", "“The family has had income support since spring.”")},
		{ID: ruleHealth, Title: lingo.T("Hälso- och sjukvård", "Health care"), Source: "SFS 2009:400 25 kap. 1 §",
			Help: lingo.T("”Patienten opererades i natt.”", "“The patient had surgery last night.”")},
		{ID: ruleSchool, Title: lingo.T("Skola och förskola", "School and preschool"), Source: "SFS 2009:400 23 kap. 1 och 2 §§",
			Help: lingo.T("”Eleven har åtgärdsprogram.”", "“The pupil has a support programme.”")},
		{ID: ruleMigration, Title: lingo.T("Utlänningar", "Aliens"), Source: "SFS 2009:400 37 kap. 1 § och 21 kap. 5 §",
			Help: lingo.T("”Hennes asylansökan avslogs.”", "“Her asylum application was refused.”")},
		{ID: ruleInsurance, Title: lingo.T("Socialförsäkring", "Social insurance"), Source: "SFS 2009:400 28 kap. 1 §",
			Help: lingo.T("”Du har fått avslag på din sjukpenning.”", "“Your sickness benefit was refused.”")},
		{ID: ruleProtected, Title: lingo.T("Skyddade personuppgifter", "Protected personal data"), Source: "SFS 2009:400 21 kap. 3 och 3 a §§, 22 kap. 1 §",
			Help: lingo.T("”Hon bor på skyddat boende i grannkommunen.”", "“She lives at a shelter in the next municipality.”")},
		{ID: ruleStaff, Title: lingo.T("Personal", "Staff"), Source: "SFS 2009:400 39 kap. 1–3 §§",
			Help: lingo.T("”Läraren är avstängd från jobbet.”", "“The teacher is suspended from work.”")},
		{ID: ruleWork, Title: lingo.T("Arbetsförmedling", "Employment services"), Source: "SFS 2009:400 28 kap. 11 §",
			Help: lingo.T("”Han är inskriven sedan i mars.”", "“He has been registered since March.”")},
		{ID: ruleTip, Title: lingo.T("Den som har anmält", "Whoever made a report"), Source: "SFS 2009:400 26 kap. 5 §, 28 kap. 3 § och 32 kap. 3 b §",
			Help: lingo.T("”Anmälaren är hennes granne.”", "“The one who reported is her neighbour.”")},
		{ID: ruleTax, Title: lingo.T("Skatt och skulder", "Taxes and debts"), Source: "SFS 2009:400 27 kap. 1 § och 34 kap. 1 §",
			Help: lingo.T("”Mannen har fått skattetillägg.”", "“The man was given a tax surcharge.”")},
		{ID: ruleSecurity, Title: lingo.T("Skydd och säkerhet", "Protection and security"), Source: "SFS 2009:400 18 kap. 8 §",
			Help: lingo.T("”Vakten sa att larmet är ur funktion.”", "“The guard said that the alarm is out of order.”")},
	},
}
