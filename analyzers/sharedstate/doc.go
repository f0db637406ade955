// Package sharedstate defines an analyzer that reports shared state used by
// several goroutines without the lock or the ordering that it needs.
//
// # Analyzer sharedstate
//
// sharedstate: report shared state that goroutines use without ordering
//
// Two goroutines that use one variable at the same time, one of them writing,
// race: the Go memory model then promises nothing about what they see. The
// analyzer reports
//
//   - unlocked-field, unlocked-global: what other code uses under a lock is used
//     here without it,
//   - captured-variable, concurrent-map, concurrent-append, stop-flag,
//     read-before-wait, publish-before-init, use-after-send: two goroutines use the
//     same memory, and nothing orders them,
//   - write-under-rlock, wrong-lock, double-checked-lock, mixed-atomic: what is there
//     does not order them,
//   - handler-state, parallel-subtest-state: net/http and testing run it at once,
//   - check-then-act, guarded-escape, atomic-read-modify-write, pool-use-after-put:
//     each step is ordered, and the whole is not,
//   - copied-lock, loop-variable: what go vet sees of it,
//   - sleep-as-sync (a hint).
//
// Most reports come from a schedule that a search of the program found; a
// schedule that rests on a supposed caller makes one "likely". The analyzer is
// silent about objects that nobody else can see yet (constructors), about
// fields that only atomics touch, and wherever a lock, channel, WaitGroup, Once
// or context orders the two accesses.
package sharedstate
