package main

// lawyer and trainee write whole sentences for the checks that ask: the rule, the account's profile, the text; a dash where nothing
// should be asked. The lawyer's were at hand when the checks were made; the trainee's were kept apart at the first measuring, and read since.
const lawyer = `
secrecy.investigation police-local: Mannen greps i går kväll och är misstänkt för inbrott.
secrecy.investigation police-local: En kvinna har anhållits. Hon hörs i dag, och förhöret fortsätter i morgon.
secrecy.investigation police-local: Husrannsakan gjordes hemma hos den misstänkte.
secrecy.investigation authority: Anna Svensson är häktad.
secrecy.social municipality: Familjen har försörjningsstöd sedan i våras.
secrecy.social municipality: Vi har fått en orosanmälan om ditt barn.
secrecy.social benefits: Kvinnan är placerad i familjehem.
secrecy.health health: Patienten opererades i natt.
secrecy.health health: Hon ligger inlagd på avdelning 4.
secrecy.health municipality: Eleven har besökt kurator och fått en diagnos.
secrecy.school municipality: Eleven har åtgärdsprogram.
secrecy.school municipality: Din son är avstängd från skolan.
secrecy.migration migration: Hennes asylansökan avslogs.
secrecy.migration migration: Mannen sitter i förvar och ska utvisas.
secrecy.insurance benefits: Du har fått avslag på din sjukpenning.
secrecy.insurance benefits: Hans bostadsbidrag är beviljat.
secrecy.protected authority: Hon bor på skyddat boende i grannkommunen.
secrecy.protected police-local: Kvinnan har skyddad identitet.
secrecy.staff authority: Läraren Anna Berg är avskedad.
secrecy.informant municipality: Anmälaren är hennes granne.
secrecy.tax benefits: Mannen har fått skattetillägg.
secrecy.labour benefits: Han är inskriven som arbetssökande sedan i mars.
- police-local: En förundersökning är en utredning om ett brott.
- police-local: Vi söker vittnen till en olycka på väg 40.
- municipality: Så söker du försörjningsstöd hos oss.
- municipality: Hemtjänsten får nya bilar.
- municipality: Höstens betyg är klara i december.
- health: Boka tid för vaccination på vår webbplats.
- health: Akuten har öppet dygnet runt.
- benefits: Sjukpenningen höjs vid årsskiftet.
- benefits: Pensionen betalas ut på fredag.
- migration: Så ansöker man om uppehållstillstånd.
- authority: Nya regler gäller från den 1 juli.
impartiality.commercial municipality: Missa inte erbjudandet på restaurangen vid torget!
impartiality.commercial municipality: Stans bästa pizza finns på hörnet, rekommenderas varmt!
impartiality.campaign municipality: Skriv under uppropet i dag!
impartiality.campaign authority: Bojkotta varorna tills de ändrar sig.
impartiality.issue authority: Vi säger nej till vindkraft i skogen.
impartiality.issue municipality: Äntligen stoppas friskolorna!
impartiality.elected municipality: Tack vare kommunalrådet får ni en ny simhall.
impartiality.elected municipality: Kommunalrådet lovar er en ny skola.
- municipality: Kommunstyrelsen har beslutat om ett vindkraftverk.
- municipality: Restaurangen på torget har öppet till klockan 22.
- municipality: Kommunalrådet inviger badet på lördag.
- authority: Förtidsröstningen börjar på måndag. Ta med legitimation.
`

const trainee = `
secrecy.investigation police-local: Killen vi tog i natt har erkänt stölden.
secrecy.investigation police-local: Vi spanar på lägenheten där kvinnan bor.
secrecy.investigation police-local: En 19-årig man har delgivits misstanke om rån.
secrecy.investigation police-local: Föraren fick lämna blodprov efter positivt utandningsprov.
secrecy.social municipality: Pojken bor i familjehem sedan i höstas.
secrecy.social municipality: Din granne har fått en god man.
secrecy.social municipality: Mamman ringde socialtjänsten om sin dotter.
secrecy.social municipality: Mannen är hemlös och har fått plats på ett behandlingshem.
secrecy.health health: Vi bad Kerstin komma tillbaka för sina provsvar.
secrecy.health health: Pojken fick sy sju stygn på akuten.
secrecy.health health: Hennes journal visar att hon fick rätt medicin.
secrecy.health health: En av våra patienter, en äldre dam, avled i går.
secrecy.school municipality: Flickan har resursperson i matematik.
secrecy.school municipality: Din dotter har hög frånvaro.
secrecy.school municipality: Eleven i 7B blev utsatt för kränkande behandling.
secrecy.migration migration: Han fick tillstånd efter sin bror.
secrecy.migration migration: Familjen väntar på beslut om medborgarskap.
secrecy.migration migration: Kvinnan har överklagat utvisningen.
secrecy.insurance benefits: Hej Lisa! Din föräldrapenning är på väg.
secrecy.insurance benefits: Kunden har ett återkrav på 12 000 kronor.
secrecy.insurance benefits: Hon nekades assistansersättning.
secrecy.protected municipality: Eleven har sekretessmarkering, så vi nämner inte klassen.
secrecy.protected police-local: Mannen bröt mot sitt kontaktförbud igen.
secrecy.staff municipality: Vår kollega Per blev omplacerad efter händelsen.
secrecy.informant benefits: Tipsaren var hans förra fru.
secrecy.tax benefits: Anders har en skatteskuld sedan tidigare.
secrecy.labour benefits: Hon har lönebidrag på sitt nya jobb.
- police-local: Så här gör du en polisanmälan på nätet.
- police-local: I helgen kör vi nykterhetskontroller.
- police-local: Nu sommarstänger hittegodset.
- municipality: Vill du bli familjehem? Kom på träff på tisdag.
- municipality: Budgeten för hemtjänsten ökar med två miljoner.
- municipality: Skolavslutningen är den 12 juni.
- municipality: Sök plats i förskolan senast den 1 mars.
- health: Så läser du din journal på 1177.
- health: Sommarens öppettider på vårdcentralen.
- health: Så skyddar du dig mot fästingar.
- benefits: Glöm inte att anmäla vab när ditt barn blir friskt.
- benefits: Kundtjänst har stängt på julafton.
- migration: Boka besök innan du kommer till oss.
- authority: Vi flyttar till nya lokaler i vår.
- authority: Lämna synpunkter på förslaget senast i maj.
impartiality.commercial municipality: Använd rabattkoden KOMMUN20 när du handlar hos bageriet!
impartiality.commercial municipality: Vi på kommunen älskar den nya krogen, bästa maten i länet.
impartiality.commercial authority: Köp nu, lägsta priset på Elgiganten.
impartiality.campaign municipality: Namninsamlingen för att rädda sjukhuset pågår, gå dit!
impartiality.campaign authority: Kom och demonstrera mot nedskärningarna på lördag.
impartiality.issue authority: Kärnkraften borde byggas ut nu.
impartiality.issue municipality: Vi tycker att trängselskatten är fel.
impartiality.issue police-local: Äntligen visitationszoner, det behövs mer av sånt.
impartiality.elected municipality: Oppositionsrådet har kämpat för er nya idrottshall.
impartiality.elected municipality: Ministern levererar nya pengar till vägen.
- municipality: Bageriet på Storgatan har tagit över kaféet i badhuset.
- municipality: Nu kan du lämna synpunkter på planen för vindkraft.
- municipality: Fullmäktige sammanträder på måndag. Du kan följa mötet på webben.
- authority: Regeringen har gett oss i uppdrag att utreda frågan.
- authority: Så tycker remissinstanserna om förslaget till ny bensinskatt.
- municipality: Företaget har fått bygglov för en ny hall.
`
