package post

import (
	"tilltal/base/lingo"
	"tilltal/web/icon"
)

const (
	iconCorrect  = icon.Edit
	iconWithdraw = icon.Trash
)

var (
	editedAt    = lingo.T("Rättat %s", "Corrected %s")
	leadAt      = lingo.T("Publicerat av %s.", "Published by %s.")
	onTheSquare = lingo.T("Visa på torget", "Show on the square")

	goneTitle   = lingo.T("Borttaget från torget. Grund: %s", "Taken off the square. Ground: %s")
	goneBy      = lingo.T("%s tog bort det %s. En förseglad kopia finns kvar.", "%s took it away %s. A sealed copy remains.")
	goneReason  = lingo.T("Varför, för protokollet", "Why, for the record")
	gonePublic  = lingo.T("Det här står på torget i stället", "This stands on the square instead")
	goneName    = lingo.T("Avpublicerat inlägg", "Withdrawn post")
	actOpen     = lingo.T("Öppna den förseglade kopian", "Open the sealed copy")
	actWrong    = lingo.T("Det blev fel", "It went wrong")
	actCorrect  = lingo.T("Rätta", "Correct")
	actWithdraw = lingo.T("Ta bort från torget", "Take off the square")

	correctTitle = lingo.T("Rätta inlägget", "Correct the post")
	correctLead  = lingo.T("Säg vad som var fel, rakt och vänligt. Rättelsen står först i inlägget, och det du skrev förut finns kvar.", "Say what was wrong, straight and friendly. The correction stands first in the post, and what you wrote before remains.")
	correctNext  = lingo.T("Läs igenom rättelsen", "Read the correction through")
	correctBegun = lingo.T("Läs igenom en gång till. Sedan publicerar du rättelsen.", "Read it once more. Then you publish the correction.")
	wrongLabel   = lingo.T("Vad var fel?", "What was wrong?")
	wrongHint    = lingo.T("Citera det som stod: ”Vägen öppnar på måndag.”", "Quote what it said: “The road opens on Monday.”")
	rightLabel   = lingo.T("Vad är rätt?", "What is right?")
	whyLabel     = lingo.T("Varför blev det fel?", "Why did it go wrong?")
	nowLabel     = lingo.T("Vad händer nu?", "What happens now?")
	textLabel    = lingo.T("Inläggets text", "The post's text")
	textHint     = lingo.T("Ändra den om det behövs. Annars låter du den vara.", "Change it if needed. Otherwise let it be.")
	cancel       = lingo.T("Avbryt", "Cancel")
	asItStands   = lingo.T("Så står det nu", "As it stands now")

	withdrawTitle = lingo.T("Ta bort inlägget från torget?", "Take the post off the square?")
	withdrawText  = lingo.T("Det försvinner genast, och vi ber andra servrar ta bort sina kopior.\nDär inlägget stod berättar vi att det funnits och varför det är borta. En förseglad kopia sparas.",
		"It goes away at once, and we ask other servers to take away their copies.\nWhere the post stood we tell that there was one and why it is gone. A sealed copy is kept.")
	groundLabel  = lingo.T("På vilken grund?", "On what ground?")
	reasonLabel  = lingo.T("Varför, för protokollet", "Why, for the record")
	reasonHint   = lingo.T("Skriv så att den som läser om tio år förstår.", "Write so that somebody who reads it in ten years understands.")
	publicLabel  = lingo.T("Vad ska det stå där inlägget fanns?", "What shall stand where the post was?")
	publicHint   = lingo.T("Alla kan läsa det. Skriv inte det som inte får synas.", "Everybody can read it. Do not write what must not be seen.")
	withdrawDone = lingo.T("Inlägget är borta från torget.", "The post is off the square.")
)
