// Package contextuse defines an analyzer that reports misuse of contexts.
//
// # Analyzer contextuse
//
// contextuse: report contexts that nobody cancels, or that nobody listens to
//
// A context carries the news that work is no longer wanted. The analyzer reports
//
//   - lost-cancel: the function that cancels a context is not called on some way,
//     thrown away, or stored where nothing calls it,
//   - ctx-never-cancelled: a goroutine waits for the end of a context that nothing ends,
//   - ctx-ignored: a loop or a wait of code that has a context never looks at it,
//   - ctx-background-inside: a fresh context is passed on where the caller's is at hand,
//   - request-ctx-after-handler: a goroutine that a handler leaves behind works with
//     the context of the request,
//   - ctx-cancelled-early: what a function returns needs the context that it cancels on
//     its way out,
//   - defer-cancel-in-loop: the cancels of a loop wait for the end of the function.
//
// ctx-never-cancelled comes from a schedule that a search of the program found; the
// others show by the form of the code.
package contextuse
