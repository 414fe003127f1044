package impartiality

import (
	"tilltal/base/lingo"
	"tilltal/check"
)

const objectivity = "SFS 1974:152 1 kap. 9 §"

var sheet = check.Sheet{
	Name:  "impartiality",
	Title: lingo.T("Opartiskhet", "Impartiality"),
	Help: lingo.T(`Frågar om myndigheten tar ställning: för ett företag, en kampanj, en politisk fråga eller en förtroendevald. Att nämna ett parti ihop med beröm eller kritik frågar tonens regel om.

Åtta veckor före ett val frågar omdömet mer: då räcker det att ett parti, en förtroendevald eller ett vallöfte nämns. Ordinarie valdagar räknas ut ur lagen. Ett extra val eller en folkomröstning skriver ni in på kontot.`,
		`Asks whether the authority takes sides: for a company, a campaign, a political question or an elected person. Naming a party together with praise or blame is asked about by the rule of tone.

Eight weeks before an election the check asks more: then it is enough that a party, an elected person or an election promise is named. The days of ordinary elections are reckoned from the law. An extra election or a referendum is written into the account.`),
	Rules: []check.Rule{
		{ID: ruleCommercial, Title: lingo.T("Reklam för företag", "Advertising for companies"), Source: objectivity + " och SFS 2017:725 2 kap. 3 och 8 §§",
			Help: lingo.T("”Stans bästa pizza finns på Exempelpizzerian!” En upplysning om var något finns går bra.", "“The best pizza in town is at the Example Pizzeria!” Telling where something is found is fine.")},
		{ID: ruleCampaign, Title: lingo.T("Kampanjer", "Campaigns"), Source: objectivity,
			Help: lingo.T("”Skriv under uppropet!” Att berätta hur man lämnar synpunkter går bra.", "“Sign the petition!” Telling how to leave comments is fine.")},
		{ID: ruleIssue, Title: lingo.T("Politiska frågor", "Political questions"), Source: objectivity,
			Help: lingo.T("”Äntligen nej till vindkraften!” Att berätta om ett beslut går bra.", "“At last a no to wind power!” Telling of a decision is fine.")},
		{ID: ruleElected, Title: lingo.T("Äran till förtroendevalda", "Honour to elected persons"), Source: objectivity,
			Help: lingo.T("”Tack vare kommunalrådet får ni en ny simhall.” Vilken nämnd som har beslutat går bra att skriva.", "“Thanks to the council leader you get a new swimming hall.” Which committee decided is fine to write.")},
		{ID: ruleElection, Title: lingo.T("Nära ett val", "Near an election"), Source: objectivity + "; SFS 2005:837 1 kap. 3 §",
			Help: lingo.T("Partier, förtroendevalda och vallöften under åtta veckor före valdagen. Hur man röstar går bra att berätta.", "Parties, elected persons and election promises in the eight weeks before the day. How to vote is fine to tell.")},
	},
}
