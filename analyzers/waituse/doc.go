// Package waituse defines an analyzer that reports misuse of WaitGroups and errgroups, and
// goroutines whose end or errors nobody waits for.
//
// # Analyzer waituse
//
// waituse: report WaitGroups whose counter does not fit, and goroutines nobody waits for
//
// A WaitGroup counts goroutines: Add before each start, Done at each end. The analyzer reports
//
//   - missing-done: some way through a goroutine skips Done, and Wait never ends,
//   - count-mismatch: Add counts more than there are calls of Done,
//   - negative-counter: more calls of Done than Add counted; the last one panics,
//   - add-inside-goroutine: Add is called in the goroutine, where Wait may come first,
//   - add-after-wait: a goroutine waits for a group to which others add only later,
//   - wait-in-loop, accidentally-sequential: the goroutines run one after the other (hints),
//   - goroutine-not-awaited, test-log-after-end: main or a test may end before a goroutine,
//   - goroutine-error-lost: a goroutine drops an error, and the function reports success,
//   - errgroup-wait-missing, errgroup-ctx-after-wait: an errgroup is not waited for, or its
//     context is used when it has ended,
//   - test-fatal-in-goroutine: a test is ended from a goroutine that is not its own.
//
// The first three come from a schedule that a search of the program found, or from a way
// through a goroutine; the others show by the form of the code.
package waituse
