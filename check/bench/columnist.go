package main

// The columnist writes in a tone that JO would ask about, and as many posts in which there is nothing to ask about.
const columnist = columnistSharp + columnistCalm

const columnistSharp = `
tone.mockery police-local: En man gömde sig i en garderob och trodde att vi inte skulle titta där. Fniss.
tone.mockery police-local: Vi mötte kvällens Einstein: en bilist som körde med handbromsen i. 😂
tone.mockery police-local: Han sprang. Vi sprang fortare. Sorry kompis!
tone.mockery police-local: Killen försökte fly på en trehjuling. Man kan inte låta bli att le.
tone.mockery police-local: Tjuven tappade sin plånbok på platsen. Tack för den, Sherlock!
tone.mockery police-local: Föraren sa att det var hunden som körde. Jo, tjena!
tone.mockery police-local: Dagens pristagare: mannen som ringde på hos polisen för att köpa knark.
tone.mockery benefits: En kund undrade om hon kunde få bidrag för sin häst. Suck.
tone.mockery benefits: Ibland undrar man hur folk är funtade. En man ville ha pengar för att han inte orkade jobba.
tone.mockery authority: Besökaren skällde på skrivaren i en kvart. Vi bjöd på popcorn.
tone.mockery authority: Mannen kunde inte ens stava till sitt eget namn. Lol.
tone.mockery police-local: Fyllerist somnade på vår motorhuv. Sov gott, prinsessan! 💤
tone.mockery police-local: Som Usain Bolt, fast tvärtom: så sprang kvällens snattare.
tone.mockery municipality: En dam ringde och grät över en parkeringsbot. Ring en psykolog i stället. 🙄
tone.mockery police-local: En kvinna hade så mycket smink att vi först trodde hon var clown. 🤡
tone.mockery police-local: Mannen påstod att han var nykter. 2,4 promille tyckte mätaren. Haha
tone.mockery health: En patient hade googlat och ställt diagnos själv. Vi skrattade gott i fikarummet.
tone.mockery police-local: Gissa vem som glömde stänga av platstjänsterna? Jo, inbrottstjuven!
tone.mockery migration: Han sa att han var 16. Visst, med skägg och allt.
tone.mockery police-local: Bra karriärval! sa vi till 17-åringen i baksätet.
tone.vulnerable police-local: En äldre dam irrade i nattlinne längs vägen. Hon visste inte vad hon hette.
tone.vulnerable police-local: Killen låg i snön och kunde inte prata. Vi bar honom till bilen.
tone.vulnerable health: En tonårsflicka kom in efter en överdos i natt.
tone.vulnerable police-local: Mamman skrek när vi berättade att hennes son var död.
tone.vulnerable police-local: Mannen hade skurit sig i armarna och bad oss lämna honom.
tone.vulnerable municipality: En uteliggare sov i trappan och hade kissat på sig.
tone.vulnerable health: En ung kvinna försökte hoppa från taket. Vi fick ner henne.
tone.vulnerable police-local: Pojken stod ensam i hallen när pappan slog mamman.
tone.vulnerable benefits: En kvinna bröt ihop i luckan när pengarna inte kom.
tone.vulnerable migration: En pappa föll på knä och bönade om att få stanna.
tone.vulnerable police-local: En narkoman satt på toaletten med sprutan i armen.
tone.vulnerable police-local: Hon hade blivit misshandlad av sin man och skakade i hela kroppen.
tone.vulnerable health: En dement herre letade efter sin döda fru hela natten.
tone.vulnerable municipality: En åttaåring berättade att hen inte fått mat på två dagar.
tone.vulnerable police-local: Den fulla kvinnan kräktes över hela bilen.
tone.opinion police-local: Ännu en buse ute efter två veckor. Rättsväsendet är ett skämt.
tone.opinion police-local: Vi griper, domstolen släpper. Så meningslöst.
tone.opinion authority: Politikerna fattar ingenting om verkligheten.
tone.opinion authority: Lagen är knäpp, om ni frågar oss.
tone.opinion municipality: Synd att staten skickar notan till kommunerna. Fegt.
tone.opinion police-local: Jag blir så trött på alla dessa villkorliga domar.
tone.opinion health: Regeringens sparkrav är rent idiotiska.
tone.opinion benefits: Skattebetalarna får stå för fiolerna, som vanligt. Beklämmande.
tone.opinion police-local: Straffrabatten måste bort!
tone.opinion migration: Sverige har tagit emot för många, tycker jag.
tone.opinion police-local: Vansinnigt att en våldtäktsman får fängelse i bara två år.
tone.opinion municipality: Journalisterna överdriver som vanligt. Vi är så less.
tone.opinion authority: Domen är en skymf mot alla offer.
tone.opinion police-local: Inget land tar emot så många kriminella som vi. Det är åt helvete.
tone.onesided health: Alla måste vaccinera sig.
tone.onesided police-local: Det är alltid förbjudet att ha kniv.
tone.onesided municipality: Du har ingen rätt att överklaga.
tone.onesided benefits: Man får aldrig jobba när man är sjukskriven.
tone.onesided police-local: Du är skyldig att visa legitimation när vi ber om det.
tone.onesided municipality: Vi rekommenderar att du eldar försiktigt, annars begår du ett brott.
tone.onesided health: Rådet är att stanna hemma, det är ett krav.
tone.onesided authority: Ingen får fotografera en myndighetsbyggnad.
tone.onesided migration: Alla utan pass ska alltid lämna landet.
tone.onesided police-local: Att filma oss är olagligt, punkt slut.
tone.onesided health: Barn under två år får inte under några omständigheter titta på skärm.
tone.party municipality: Vi är så stolta över vår socialdemokratiska ledning!
tone.party municipality: Moderaternas förslag är det enda rimliga.
tone.party authority: SD har fel i den här frågan.
tone.party municipality: Grattis till Centern som äntligen fick igenom simhallen!
tone.party authority: Ulf Kristersson gör ett fantastiskt jobb.
tone.party municipality: V och MP sabbar budgeten.
tone.party municipality: Lägg inte din röst på Liberalerna.
tone.party police-local: Magdalena Andersson ljög om polisen i går.
tone.party municipality: Kommunalrådet Stina Berg är en pinsam politiker.
tone.party municipality: Tack Kristdemokraterna för att ni räddade biblioteket!
tone.mockery police-local: Snabbast i världen var han inte, killen vi jagade. Vår pensionerade schäfer hade sprungit om honom. 😂
tone.mockery police-local: Kvällens snilleblixt: att cykla hem på en lyktstolpe. Gick sådär för mannen.
tone.mockery authority: Kvinnan trodde att vi sålde glass. Vi dog av skratt.
tone.mockery benefits: Dagens bästa ursäkt: hunden åt upp hans läkarintyg. 🙄
tone.mockery police-local: Tomten kom tidigt i år: en man med vitt skägg satt fast i en skorsten. Ho ho ho!
tone.vulnerable police-local: En ung tjej satt i rännstenen med blod i ansiktet och ville inte följa med hem.
tone.vulnerable health: Mannen ropade på sin mamma hela natten innan han somnade in.
tone.vulnerable municipality: En ensam gubbe hade legat på golvet i tre dygn när vår personal kom.
tone.vulnerable benefits: En kvinna visade oss sina tomma matskåp och grät.
tone.vulnerable police-local: En naken man sprang på E6. Han pratade med änglar.
tone.opinion police-local: Domstolarna daltar med buset. Vi är trötta på det.
tone.opinion municipality: Statens nya regler är rena skämtet.
tone.opinion health: Det är sorgligt att politikerna lägger pengar på annat än vård.
tone.opinion authority: Vi tycker att lagen är för slapp.
tone.onesided police-local: Det är aldrig tillåtet att bära maskering.
tone.onesided health: Alla gravida måste sluta dricka kaffe.
tone.onesided municipality: Du får under inga omständigheter bygga utan att fråga oss.
tone.party municipality: Vänsterpartiet har äntligen tagit sitt förnuft till fånga.
tone.party authority: Jimmie Åkesson borde skämmas för det han sa i debatten.
tone.party municipality: Vi håller på Miljöpartiet i den här frågan.
`
