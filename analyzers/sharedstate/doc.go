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
//   - unlocked-field: a field that other code uses under a lock is used here
//     without it,
//   - captured-variable: a variable captured by a goroutine is used by another
//     goroutine at the same time.
//
// Each report comes from a schedule that a search of the program found; a
// schedule that rests on a supposed caller makes it "likely". The analyzer is
// silent about objects that nobody else can see yet (constructors), about
// fields that only atomics touch, and wherever a lock, channel, WaitGroup, Once
// or context orders the two accesses.
package sharedstate
