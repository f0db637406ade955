// Package diagnosis names the bug that a stuck or crashed goroutine shows, and
// holds the words that all reports share.
//
// One table decides for each outcome which rule it belongs to, so that no two
// analyzers report one cause. It looks at nothing but the outcome. Races have a
// table of their own in sharedstate.
package diagnosis
