package kitchen

import "strings"

// runsOn reports whether a verdict is about goroutines that run, and do not wait.
func runsOn(verdict string) bool { return strings.Contains(verdict, "still run") }
