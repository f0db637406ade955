// Package chanuse defines an analyzer that reports channel operations that wait
// for ever.
//
// # Analyzer chanuse
//
// chanuse: report channel operations that wait for ever or panic
//
// A send on an unbuffered channel waits until somebody receives; on a full
// buffered one, until there is room. A receive waits until somebody sends or
// closes. The analyzer reports
//
//   - send-without-receiver, receive-without-sender, self-send: nobody is there,
//   - abandoned-send, abandoned-receive, abandoned-generator: somebody was, but may
//     leave first (an early return, a timeout, the first of several results),
//   - range-never-closed: nobody closes the channel of a range,
//   - wait-before-drain, circular-wait: goroutines wait for each other,
//   - send-on-closed, close-while-sending, double-close, close-of-nil, nil-channel,
//   - select-break, busy-select, empty-select, closed-receive-unchecked: loops and
//     selects that do something else than they look like,
//   - unbuffered-signal: a signal can be lost,
//   - timer-in-loop, unbounded-fanout (hints).
//
// Each report about a schedule shows the schedule after which the goroutine can never move
// again. It is silent about channels that code outside the package can reach,
// and about sends that a select can leave by another case.
package chanuse
