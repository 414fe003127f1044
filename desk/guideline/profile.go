package guideline

import (
	"time"

	"tilltal/base/lingo"
)

// Profile (tonprofil) says what kind of authority an account speaks for: how personal its officers may be, and so how much
// its routine asks. The same text can suit a local police account and be wrong for one that decides benefits.
type Profile string

// The tone profiles. The checks know them by the same words: see check.Input.
const (
	ProfileAuthority    Profile = "authority"
	ProfileBenefits     Profile = "benefits"
	ProfileMunicipality Profile = "municipality"
	ProfileHealth       Profile = "health"
	ProfileMigration    Profile = "migration"
	ProfilePoliceLocal  Profile = "police-local"
)

// Profiles lists them, the strictest last but for the local police.
var Profiles = []struct {
	Profile Profile
	Title   lingo.Text
}{
	{ProfileAuthority, lingo.T("Myndighet", "Authority")},
	{ProfileMunicipality, lingo.T("Kommun", "Municipality")},
	{ProfileHealth, lingo.T("Vård", "Health care")},
	{ProfileBenefits, lingo.T("Ersättning och bidrag", "Benefits")},
	{ProfileMigration, lingo.T("Migration", "Migration")},
	{ProfilePoliceLocal, lingo.T("Lokal polis", "Local police")},
}

// KnownProfile reports whether there is such a tone profile.
func KnownProfile(p Profile) bool {
	for _, known := range Profiles {
		if known.Profile == p {
			return true
		}
	}
	return false
}

// late is how late an approved post may go out by itself, unless a routine says otherwise: a quarter of an hour later it is
// still the same news.
const late = 15 * time.Minute

// identityNumber is the rule of the one finding that always needs a person of authority: see check/personaldata.
const identityNumber = "personaldata.personnummer"

// Default returns the routine that an account of a profile begins with. Those who answer for the account change it as they
// learn. A profile we do not know gets the strictest.
func Default(p Profile) Routine {
	switch p {
	case ProfileMunicipality:
		return Routine{
			Post:   [4]Step{OwnJudgement, WrittenReason, SecondReader, OnShift},
			Answer: [4]Step{OwnJudgement, OwnJudgement, WrittenReason, OnShift},
			Rules:  map[string]Step{identityNumber: OnShift},
			Late:   late,
		}
	case ProfilePoliceLocal:
		// Officers write personally and in the moment; what JO has criticised is grave findings, and those two read.
		return Routine{
			Post:   [4]Step{OwnJudgement, OwnJudgement, WrittenReason, SecondReader},
			Answer: [4]Step{OwnJudgement, OwnJudgement, WrittenReason, SecondReader},
			Rules:  map[string]Step{identityNumber: OnShift},
			Late:   late,
		}
	}
	return Routine{
		Post:   [4]Step{SecondReader, SecondReader, OnShift, Decision},
		Answer: [4]Step{OwnJudgement, WrittenReason, SecondReader, OnShift},
		Rules:  map[string]Step{identityNumber: Decision},
		Late:   late,
	}
}
