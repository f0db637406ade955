// Package left holds the test that the check pipeline adds to an exercise's: it runs last and looks for
// goroutines that the exercise's code has left behind. It stands in an external test package, with one
// name of its own, so that it meets no name of the exercise.
package left
