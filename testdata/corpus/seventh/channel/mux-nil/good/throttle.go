// Package throttle puts a buffer without limit between two channels.
package throttle

// Stats says what a buffer did.
type Stats struct {
	Passed  int
	Longest int
}

// Buffer copies in to the returned channel and never lets the sender wait
// for the receiver. The output is closed when in is closed and all is sent;
// the statistics come on the second channel after that. The receiver must
// read the output to its end.
func Buffer[T any](in <-chan T) (<-chan T, <-chan Stats) {
	out := make(chan T)
	stats := make(chan Stats, 1)
	go func() {
		defer close(out)
		var queue []T
		var st Stats
		defer func() { stats <- st }()
		for in != nil || len(queue) > 0 {
			var sendTo chan T
			var head T
			if len(queue) > 0 {
				sendTo, head = out, queue[0]
			}
			select {
			case v, ok := <-in:
				if !ok {
					in = nil
					continue
				}
				queue = append(queue, v)
				st.Longest = max(st.Longest, len(queue))
			case sendTo <- head:
				queue = queue[1:]
				st.Passed++
			}
		}
	}()
	return out, stats
}
