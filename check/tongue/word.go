package tongue

// smallWords are words that hardly any sentence of a language is without, a language a line. Written for Tilltal.
const smallWords = `
sv: och att det som är för på inte ett med av jag vi du har till från kan ska också när eller mycket här där efter under alla vara blir mot bara över den en i om ni vad hur varför man sig var min er mig dig nu finns får vill skulle någon något ingen
en: the and of to is that you it with this be are was have from not they we our your will can what when which there about more please for in on my i a why how do does has been would could their his her any where
nb: og ikke jeg det som hva hvor fra også bare etter være dere skal vil nå til mot hun av en et er på med for i den har vi kan noen noe når hvorfor hvordan meg deg min sånn ble eller disse veldig
da: og ikke jeg det som hvad hvor fra også bare efter være skal vil nu af til mod hun blive en et er på med for i den har vi kan nogen noget når hvorfor hvordan mig dig min jer eller meget disse blev
fi: ja on ei se että hän mutta niin kun joka tämä ovat olla myös kuin voi sitä meidän teidän minä en mitä miksi missä minun sinä te he me nyt vain jos tai ole ovatko onko miten minulla mukaan kanssa
de: und der die das nicht ist ich wir sie mit ein eine auf für von auch wenn oder aber werden zu den dem des im wie was warum haben hat mein bitte kann können noch nur sind bei
fr: le la les des est et que qui dans pour pas une sur avec vous nous je il elle sont mais ce cette au aux du plus comment pourquoi bonjour mon ma mes votre être avoir fait très où
es: el la los las de que y en un una es por para con no se lo mi me su como pero más muy hola qué cuándo dónde está están tengo tiene hay esto ser cuando si usted nos porque
it: il la le di che è e un una per con non sono mi si ma come più questo questa ho hai del della nel dove quando perché grazie buongiorno anche molto gli ci
pt: o a os as de que e em um uma é para com não se meu minha por mais como mas eu você está são tem isso dos das no na onde quando porque muito obrigado
nl: de het een en van ik je niet is dat op te voor met zijn er maar als ook aan wat hoe waarom wij jullie heb heeft kan deze naar nog bij
pl: i w nie na się jest to że do z jak ale co czy dla od mam proszę dlaczego gdzie kiedy już przez po są tak tylko jestem może bardzo ma jego
bs: i je da se na ne u za su sam kako što od ali to nije ja mi vi gdje kada zašto ovo ima bih moj molim ili već samo biti hvala koji koja
sq: dhe të në nuk është për me një që ka si unë ju ne po jo pse ku kur kjo ky jam janë faleminderit mund duhet por edhe nga
tr: ve bir bu için ne da de mi ben çok var yok ile gibi nasıl neden nerede değil ama daha sen biz siz olarak kadar benim merhaba teşekkür lütfen
ku: û ji li bo ku ne ez hûn em min te wî ev di de çi çawa kî çima heye tune gelek jî da wê dikim dixwazim silav spas navê ye
so: waa waxaan iyo ka ku u in ma aan oo la waxa uu ay si leh maxaa sidee goorma xaggee halkee fadlan mahadsanid ayaa waxay kuwa ilaa markii waad laakiin
ro: și nu este în la cu pe un o că de să care mai am ai sunt cum unde când pentru dar din bună mulțumesc vă rog este-i
et: ja on ei see et ma sa ta me te nad kui mis kas kuidas miks kus aga või ka oma minu palun aitäh tere
lt: ir yra ne tai kad aš jūs mes ar kaip kodėl kur bet su iš į už mano prašau ačiū labas
lv: un ir nav tas ka es jūs mēs vai kā kāpēc kur bet ar no uz par mans lūdzu paldies sveiki
`

// ownLetters are letters that tell a language from its neighbours.
const ownLetters = `
sv: åäö
fi: äö
nb: åæø
da: åæø
de: äöüß
et: äöüõ
fr: éèêàçùî
es: ñáéíóú¿¡
pt: ãõçáéê
it: èàùò
pl: łąężśćńźó
bs: đšćčž
sq: ëç
tr: ışğçöü
ku: êîûşç
ro: șțăîâ
lt: ėįųūšž
lv: āēīūļņģķ
`
