// Package waituse defines an analyzer that reports misuse of WaitGroups.
//
// # Analyzer waituse
//
// waituse: report WaitGroups whose counter does not fit the goroutines
//
// A WaitGroup counts goroutines: Add before each start, Done at each end. The analyzer reports
//
//   - missing-done: some way through a goroutine skips Done, and Wait never ends,
//   - count-mismatch: Add counts more than there are calls of Done,
//   - negative-counter: more calls of Done than Add counted; the last one panics,
//   - add-inside-goroutine: Add is called in the goroutine, where Wait may come first.
//
// Most reports come from a schedule that a search of the program found.
package waituse
