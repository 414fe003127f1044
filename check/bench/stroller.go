package main

// The stroller says things round about, and still shows what no list of words finds.
const stroller = `
secrecy.informant municipality: Larmet om barnen kom från fröken på dagis.
secrecy.informant benefits: Mannens svåger mejlade oss bevisen.
secrecy.informant police-local: Det var pizzabagaren på hörnet som ringde in iakttagelsen om mannen.
secrecy.informant health: En kollega till läkaren har rapporterat honom till oss.
secrecy.informant authority: Vi har fått ett tips om mannen från en före detta anställd.
secrecy.investigation police-local: Killen med mössan på bilden sitter nu bakom lås och bom.
secrecy.investigation police-local: Vi har säkrat fingeravtryck från mannen.
secrecy.investigation police-local: En 34-åring från Boden är delgiven misstanke om skadegörelse.
secrecy.social municipality: Hennes barn bor inte längre hemma efter beslut i nämnden.
secrecy.social municipality: Mannen har alkoholproblem och får behandling genom oss.
secrecy.social municipality: Vi hjälper Stina med städning och dusch två gånger i veckan.
secrecy.health health: Vår yngsta patient i dag hade svalt ett mynt.
secrecy.health health: Kvinnan tappade håret efter behandlingen.
secrecy.health health: Din gynundersökning såg bra ut, Emma.
secrecy.school municipality: Pojken i 2C kan fortfarande inte läsa.
secrecy.school municipality: Flickan fick kvarsittning efter att ha slagit en klasskompis.
secrecy.migration migration: Hans bror har redan fått nej två gånger.
secrecy.migration migration: Flickan kom ensam till Sverige från Eritrea.
secrecy.insurance benefits: Han har ljugit om var han bor och får inget bidrag.
secrecy.insurance benefits: Hej Ali! Din utbetalning stoppades för att du jobbat vid sidan av.
secrecy.protected municipality: Hon och barnen har bytt namn och flyttat hit från en våldsam man.
secrecy.staff authority: Enhetschefen är hemskickad i väntan på utredningen.
secrecy.staff municipality: Vår busschaufför blåste rött i morse.
secrecy.tax authority: Mannen har gömt pengar utomlands för att slippa betala.
secrecy.labour benefits: Hon har tackat nej till tre jobb vi föreslog.
secrecy.security authority: Efter klockan 17 sitter det ingen i receptionen och sidodörren är öppen.
impartiality.commercial municipality: Lunchen på Kajplats 9 är helt oslagbar, dit ska ni!
impartiality.campaign municipality: Häng med och protestera utanför riksdagen på lördag!
impartiality.issue authority: Höj bensinskatten nu!
impartiality.elected municipality: Tack Ulla Ek (S) för den fina lekparken!
`
