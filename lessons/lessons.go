// Package lessons is the course: its text, examples and exercises, embedded, and
// an index of them.
//
// A course is a tree of files in the format that Load documents; ours is FS. The
// functions take any fs.FS, so that a learner's copy and a course written by
// somebody else are read in the same way.
//
// The package only reads. It knows neither the analyzers nor the server: rules
// are names here, and who makes the learner's copy or runs an exercise's tests
// does so with the paths that the index gives.
package lessons

import (
	"embed"
	"io/fs"
)

// Embedding skips, without a word, every folder that holds a go.mod and every
// file whose name begins with '.' or '_'. A test holds that there is none.
//
//go:embed interleave.toml README.md
//go:embed 01_goroutines 02_synchronization 03_async 04_race_conditions 05_deadlocks 06_parallelism
var course embed.FS

// FS returns the course as it is embedded: interleave.toml, README.md,
// 01_goroutines/ and so on, with solutions, wrong fixes and hints.
func FS() fs.FS { return course }
