// Package lockuse defines an analyzer that reports mistakes in the life of one lock.
//
// # Analyzer lockuse
//
// lockuse: report locks that are not released, released twice, or waited for in vain
//
// A lock is taken and released in pairs, on every way through the code. The analyzer reports
//
//   - missing-unlock: a goroutine ends or goes on without releasing a lock,
//   - unlock-of-unlocked: a lock is released that nobody holds,
//   - defer-unlock-in-loop: a deferred Unlock inside a loop comes too late for the next turn,
//   - defer-lock: Lock is deferred where Unlock was meant,
//   - cond-without-lock, cond-never-signalled: a goroutine waits for a signal that was
//     lost, or that nobody gives,
//   - cond-wait-without-loop: a condition is checked once, before Wait, and not after,
//   - empty-critical-section: a lock is given back before the data behind it is used,
//   - trylock-ignored: nobody looks at what TryLock returned, or a loop spins with it,
//   - local-once: a Once or lock that is a local variable does nothing once, locks nobody out,
//   - once-func-inline: a function that is to run once is made anew for each call,
//   - pool-non-pointer: a value that is no pointer is put into a Pool (a hint).
//
// Most reports come from a schedule that a search of the program found. The
// analyzer is silent about locks that another goroutine or method releases.
package lockuse
