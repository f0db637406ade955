// Package merge joins channels.
package merge

// Both forwards the values of a and b until both are closed, then closes the
// result. The result must be read to its end.
func Both[T any](a, b <-chan T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for a != nil || b != nil {
			select {
			case v, ok := <-a:
				if !ok {
					a = nil
					continue
				}
				out <- v
			case v, ok := <-b:
				if !ok {
					b = nil
					continue
				}
				out <- v
			}
		}
	}()
	return out
}

// Latest forwards values from in but never makes the sender wait: a value
// that was not read yet is replaced by the next one. Closing in ends it; the
// last value is still delivered. The result must be read to its end.
func Latest[T any](in <-chan T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		var (
			cur  T
			send chan T // nil while there is nothing to send
		)
		for in != nil || send != nil {
			select {
			case v, ok := <-in:
				if !ok {
					in = nil
					break
				}
				cur, send = v, out
			case send <- cur:
				send = nil
			}
		}
	}()
	return out
}
