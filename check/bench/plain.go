package main

// reader and listener write for the checks of plain language and of accessibility. The reader's posts were at hand when the rules
// were last changed; the listener's were written to be counted, before the rules had seen them, and nothing was changed after.
const reader = `
plainlanguage.officialese municipality: Du kommer att erhålla ett beslut inom två veckor.
plainlanguage.officialese authority: Med anledning av ovanstående stänger vi tidigare.
plainlanguage.officialese authority: Avgiften erlägges före månadens slut.
plainlanguage.officialese municipality: Beträffande bygglov gäller nya regler.
plainlanguage.passive authority: Ansökan ska skickas in före fredag.
plainlanguage.passive municipality: Blanketten måste fyllas i och lämnas till oss.
plainlanguage.passive benefits: Intyget ska bifogas när ansökan görs.
plainlanguage.doublenegation authority: Det är inte omöjligt att vi öppnar igen.
plainlanguage.doublenegation municipality: Det är inte ovanligt med halka i mars.
plainlanguage.abbreviation municipality: Ansök om insats enligt LSS.
plainlanguage.longsentence municipality: När du har skickat in din ansökan om bygglov och vi har tagit emot den och sett att alla handlingar som behövs finns med börjar vi att handlägga ditt ärende så snart vi kan.
accessibility.hashtag municipality: Välkommen till oss! #tillgängligkommun
accessibility.hashtag police-local: Tack för i dag. #tryggtrafik
accessibility.emoji municipality: Äntligen sommar 🎉🎉🎉🎉🎉
accessibility.fancy municipality: 𝓥ä𝓵𝓴𝓸𝓶𝓶𝓮𝓷 till biblioteket
accessibility.caps municipality: ALLA MÅSTE FLYTTA BILEN I DAG
accessibility.caps authority: OBS VIKTIG INFORMATION TILL ALLA BOENDE
accessibility.link municipality: Läs mer: https://bit.ly/3abcde
accessibility.language municipality: The library will be closed on Monday because all of the staff are away for training.
- municipality: Du får beslut inom två veckor.
- authority: Vi stänger klockan 15 i dag.
- municipality: Skicka in din ansökan före fredag.
- municipality: Vi plogar alla gator i natt. Flytta gärna bilen.
- police-local: Kör försiktigt i halkan. #TryggTrafik
- municipality: Hurra, badet är öppet! 🎉
- authority: SMHI varnar för storm i helgen.
- municipality: Biblioteket visar film på lördag klockan 14.
- health: Boka tid för vaccination på 1177.se.
- municipality: Lämna dina synpunkter på planen senast i maj.
`

const listener = `
plainlanguage.officialese municipality: Erforderliga handlingar inges till nämnden.
plainlanguage.officialese authority: Vi önskar erinra om att avgiften förfaller i dag.
plainlanguage.officialese benefits: Detta föranleder ingen åtgärd från vår sida.
plainlanguage.officialese health: I enlighet med gällande regler erfordras remiss.
plainlanguage.passive municipality: Soporna måste sorteras och ställas ut före sju.
plainlanguage.passive authority: Avgiften ska betalas in senast den sista mars.
plainlanguage.passive benefits: Ersättningen kan sänkas om uppgifter inte lämnas i tid.
plainlanguage.doublenegation health: Det är inte ovanligt att barn får feber.
plainlanguage.doublenegation municipality: Beslutet är inte oväsentligt för oss.
plainlanguage.abbreviation municipality: Har du frågor om LVU? Kom till oss.
plainlanguage.longsentence authority: Den som vill lämna synpunkter på förslaget till ny plan för området vid stationen och som inte kan komma till mötet på torsdag kan i stället skriva till oss eller ringa före månadens slut.
accessibility.hashtag municipality: I dag öppnar isbanan. #hållbarstad
accessibility.hashtag health: Tvätta händerna! #bättrehälsa
accessibility.emoji police-local: Tack alla 🚓🚓🚓🚓
accessibility.fancy health: ᴠɪᴋᴛɪɢ information om vaccin
accessibility.fancy municipality: 𝐍𝐲𝐚 öppettider i sommar
accessibility.caps municipality: BADA INTE I SJÖN I DAG
accessibility.link health: Klicka här: https://tinyurl.com/abc123
accessibility.language authority: We have moved to a new office and you can visit us there from Monday.
- municipality: Sortera soporna och ställ ut dem före sju.
- health: Barn får ofta feber. Ring 1177 om du är orolig.
- benefits: Vi betalar ut pengarna på fredag.
- police-local: Vi söker vittnen till en olycka på väg 40.
- municipality: I dag öppnar isbanan! ⛸️ #HållbarStad
- authority: Välkommen att lämna synpunkter senast den 1 maj.
- municipality: Ny lekplats vid ån. Kom och prova på söndag!
- health: Vårdcentralen har öppet hela sommaren.
- authority: Vi har flyttat. Du hittar oss på Storgatan.
- municipality: Tack till alla som hjälpte till på Kulturnatten.
`
