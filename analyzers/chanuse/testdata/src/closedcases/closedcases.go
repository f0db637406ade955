// Package closedcases has selects that go on with channels that are closed.
package closedcases

// Merge notes that a channel is closed, and receives from it again.
func Merge(a, b <-chan int, use func(int)) {
	aOpen, bOpen := true, true
	for aOpen || bOpen { // related `the loop that goes on is here` // related `the loop that goes on is here`
		select {
		case v, ok := <-a: // want `^likely busy loop: once a is closed, this case is ready in every turn, and the loop spins until the others are done; a = nil switches the case off \(busy-select\)$`
			if !ok {
				aOpen = false
				continue
			}
			use(v)
		case v, ok := <-b: // want `once b is closed, this case is ready in every turn.* \(busy-select\)`
			if !ok {
				bOpen = false
				continue
			}
			use(v)
		}
	}
}

// Until notes nothing at all.
func Until(a <-chan int, stop <-chan bool, use func(int)) {
	for { // related `the loop that goes on is here`
		select {
		case v, ok := <-a: // want `once a is closed, this case is ready in every turn.* \(busy-select\)`
			if !ok {
				continue
			}
			use(v)
		case <-stop:
			return
		}
	}
}
