package store

// rooms lists every room's facts: a new room is one file and one line.
func rooms() [][]table {
	return [][]table{
		peopleTables,
		accountTables,
		guidelineTables,
		authorityTables,
		draftTables,
		reviewTables,
		publishTables,
		inboxTables,
	}
}

// extras lists what rooms derive from the facts of others.
func extras() []extra {
	return inboxExtras
}
