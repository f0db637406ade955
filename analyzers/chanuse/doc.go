// Package chanuse defines an analyzer that reports channel operations that wait
// for ever.
//
// # Analyzer chanuse
//
// chanuse: report sends that nobody receives
//
// A send on an unbuffered channel waits until somebody receives; on a full
// buffered one, until there is room. The analyzer reports
//
//   - send-without-receiver: no goroutine ever receives from the channel,
//   - abandoned-send: somebody does receive, but may leave before this send
//     (an early return, a timeout, the first of several results).
//
// Each report shows the schedule after which the goroutine can never move
// again. It is silent about channels that code outside the package can reach,
// and about sends that a select can leave by another case.
package chanuse
