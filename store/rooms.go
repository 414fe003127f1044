package store

import "slices"

// rooms lists every room's facts: a new room is one file and one line.
func rooms() [][]table {
	return [][]table{
		peopleTables,
		signinTables,
		accountTables,
		registerTables,
		shiftTables,
		frameTables,
		guidelineTables,
		silenceTables,
		authorityTables,
		draftTables,
		reviewTables,
		publishTables,
		inboxTables,
		counselTables,
		ideaTables,
		lessonTables,
		markTables,
		reactionTables,
	}
}

// extras lists what rooms derive from the facts of others.
func extras() []extra {
	return slices.Concat(inboxExtras, answerExtras, markExtras, reactionExtras)
}
