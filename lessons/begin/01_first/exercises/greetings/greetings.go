// Package greetings writes letters.
package greetings

// All writes a greeting for everybody, all at the same time, and returns them in the order of the names.
func All(names []string, write func(name string) string) []string {
	greetings := make([]string, len(names))
	for i, name := range names {
		go func() { greetings[i] = write(name) }()
	}
	return greetings
}
