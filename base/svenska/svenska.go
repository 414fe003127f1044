// Package svenska knows the Swedish week as an authority lives it: which days are red, when a desk is open, by when a
// message must be answered, and how time is written so that a citizen reads it without thinking.
//
// The service clock is the promise "vi svarar inom fyra timmar under öppettid" made exact. It runs while the desk is open
// and stands still while it is closed; a promise in working days counts days by the calendar, so that no desk can stretch
// it by closing. All of it holds over the two nights a year when the clocks change, and is the same on a server in any zone.
//
// Public holidays are those of the holidays act (SFS 1989:253). Midsummer Eve, Christmas Eve and New Year's Eve are treated
// like them, as they are where time limits are counted (SFS 1930:173 2 §). A squeezed day (klämdag) is a working day.
package svenska
