package human

import "tilltal/base/lingo"

// kind is a class of things, and words that are surely of it and of no other here: "orange" is both a fruit and a colour.
type kind struct {
	name  lingo.Text
	words []lingo.Text
}

var kinds = []kind{
	{lingo.T("en årstid", "a season"), []lingo.Text{
		lingo.T("vinter", "winter"), lingo.T("sommar", "summer"), lingo.T("höst", "autumn")}},
	{lingo.T("en färg", "a colour"), []lingo.Text{
		lingo.T("röd", "red"), lingo.T("grön", "green"), lingo.T("gul", "yellow"), lingo.T("svart", "black"), lingo.T("vit", "white"),
		lingo.T("brun", "brown")}},
	{lingo.T("ett djur", "an animal"), []lingo.Text{
		lingo.T("hund", "dog"), lingo.T("katt", "cat"), lingo.T("häst", "horse"), lingo.T("ko", "cow"), lingo.T("älg", "elk"),
		lingo.T("räv", "fox"), lingo.T("får", "sheep"), lingo.T("kanin", "rabbit")}},
	{lingo.T("en frukt", "a fruit"), []lingo.Text{
		lingo.T("äpple", "apple"), lingo.T("banan", "banana"), lingo.T("päron", "pear"), lingo.T("citron", "lemon"), lingo.T("ananas", "pineapple")}},
	{lingo.T("en möbel", "a piece of furniture"), []lingo.Text{
		lingo.T("stol", "chair"), lingo.T("soffa", "sofa"), lingo.T("säng", "bed"), lingo.T("bokhylla", "bookcase"), lingo.T("fåtölj", "armchair")}},
	{lingo.T("ett verktyg", "a tool"), []lingo.Text{
		lingo.T("hammare", "hammer"), lingo.T("såg", "saw"), lingo.T("spade", "spade"), lingo.T("skruvmejsel", "screwdriver"), lingo.T("yxa", "axe")}},
	{lingo.T("ett klädesplagg", "a piece of clothing"), []lingo.Text{
		lingo.T("tröja", "jumper"), lingo.T("jacka", "jacket"), lingo.T("strumpa", "sock"), lingo.T("kjol", "skirt"), lingo.T("mössa", "cap"),
		lingo.T("byxor", "trousers")}},
	{lingo.T("ett fordon", "a vehicle"), []lingo.Text{
		lingo.T("bil", "car"), lingo.T("buss", "bus"), lingo.T("cykel", "bicycle"), lingo.T("lastbil", "lorry"), lingo.T("traktor", "tractor")}},
	{lingo.T("en kroppsdel", "a part of the body"), []lingo.Text{
		lingo.T("hand", "hand"), lingo.T("fot", "foot"), lingo.T("näsa", "nose"), lingo.T("armbåge", "elbow"), lingo.T("öra", "ear")}},
	{lingo.T("en byggnad", "a building"), []lingo.Text{
		lingo.T("kyrka", "church"), lingo.T("skola", "school"), lingo.T("sjukhus", "hospital"), lingo.T("ladugård", "barn"), lingo.T("slott", "castle")}},
	{lingo.T("något man dricker", "something you drink"), []lingo.Text{
		lingo.T("mjölk", "milk"), lingo.T("kaffe", "coffee"), lingo.T("läsk", "lemonade"), lingo.T("te", "tea")}},
	{lingo.T("ett slags väder", "a kind of weather"), []lingo.Text{
		lingo.T("regn", "rain"), lingo.T("åska", "thunder"), lingo.T("dimma", "fog"), lingo.T("hagel", "hail")}},
}

var weekdays = []lingo.Text{
	lingo.T("måndag", "Monday"), lingo.T("tisdag", "Tuesday"), lingo.T("onsdag", "Wednesday"), lingo.T("torsdag", "Thursday"),
	lingo.T("fredag", "Friday"), lingo.T("lördag", "Saturday"), lingo.T("söndag", "Sunday"),
}

var months = []lingo.Text{
	lingo.T("januari", "January"), lingo.T("februari", "February"), lingo.T("mars", "March"), lingo.T("april", "April"),
	lingo.T("maj", "May"), lingo.T("juni", "June"), lingo.T("juli", "July"), lingo.T("augusti", "August"),
	lingo.T("september", "September"), lingo.T("oktober", "October"), lingo.T("november", "November"), lingo.T("december", "December"),
}

var places = []lingo.Text{
	lingo.T("första", "first"), lingo.T("andra", "second"), lingo.T("tredje", "third"), lingo.T("sista", "last"),
}

var numbers = []lingo.Text{
	lingo.T("noll", "zero"), lingo.T("ett", "one"), lingo.T("två", "two"), lingo.T("tre", "three"), lingo.T("fyra", "four"),
	lingo.T("fem", "five"), lingo.T("sex", "six"), lingo.T("sju", "seven"), lingo.T("åtta", "eight"), lingo.T("nio", "nine"),
	lingo.T("tio", "ten"), lingo.T("elva", "eleven"), lingo.T("tolv", "twelve"), lingo.T("tretton", "thirteen"),
	lingo.T("fjorton", "fourteen"), lingo.T("femton", "fifteen"), lingo.T("sexton", "sixteen"), lingo.T("sjutton", "seventeen"),
	lingo.T("arton", "eighteen"), lingo.T("nitton", "nineteen"), lingo.T("tjugo", "twenty"),
}
