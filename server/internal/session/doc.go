// Package session is a workspace: open buffers over files on disk, what the go
// command says of their packages, type-checked dependencies, and the analysis
// of a package on demand.
//
// It is fast because it does little. The go command is asked again only when
// go.mod, go.work, an import or the set of files changed. Dependencies are
// type-checked once without their bodies and kept on disk as export data. An
// edit parses, checks and analyses one package. Everything is named by the hash
// of what it was made from, so nothing has to be invalidated: what did not
// change is found, what changed is made.
//
// The same driver serves editor, terminal and batch, and gives what
// `go vet -vettool` gives for the same code (a test compares them). The package
// knows neither the LSP nor the course. It never panics out: a crash while one
// package is analysed becomes a note of that package.
package session
