// Package lsp is the language server: protocol types in, protocol types out.
//
// One thin file per verb. Messages are applied in the order in which they
// arrive, on the goroutine that reads them; what takes time is answered from a
// goroutine of its own, over a snapshot, and can be cancelled. The server is an
// add-on beside gopls and repeats nothing of what gopls does.
//
// There is no analysis here and nothing about the course that another room
// knows: the session answers what the analyzers say, exercise what an exercise
// is. This is the only package that imports the protocol (a test holds that).
package lsp
