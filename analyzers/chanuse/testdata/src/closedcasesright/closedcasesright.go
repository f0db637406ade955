// Package closedcasesright has selects that are done with channels that are closed.
package closedcasesright

// Merge switches off the case of a channel that is closed.
func Merge(a, b <-chan int, use func(int)) {
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
				continue
			}
			use(v)
		case v, ok := <-b:
			if !ok {
				b = nil
				continue
			}
			use(v)
		}
	}
}

// Both stops at the end of the first one.
func Both(a, b <-chan int, use func(int, int)) {
	open, last := true, 0
	for open {
		select {
		case v, ok := <-a:
			if !ok {
				open = false
				continue
			}
			use(v, last)
		case v := <-b:
			last = v
		}
	}
}

// Either ends with any of the two.
func Either(a, b <-chan int, use func(int)) {
	aOpen, bOpen := true, true
	for aOpen && bOpen {
		select {
		case v, ok := <-a:
			if !ok {
				aOpen = false
				continue
			}
			use(v)
		case v, ok := <-b:
			if !ok {
				bOpen = false
				continue
			}
			use(v)
		}
	}
}

// Next asks for a new channel when one is done.
func Next(open func() <-chan int, stop <-chan bool, use func(int)) {
	a := open()
	for {
		select {
		case v, ok := <-a:
			if !ok {
				a = open()
				continue
			}
			use(v)
		case <-stop:
			return
		}
	}
}

// Drained leaves at the top of the loop.
func Drained(a <-chan int, tick <-chan bool, use func(int)) {
	ended := false
	for {
		if ended {
			return
		}
		select {
		case v, ok := <-a:
			if !ok {
				ended = true
				continue
			}
			use(v)
		case <-tick:
		}
	}
}

// Asked looks in each turn whether it is to end, and who closes the channel has said so before.
func Asked(a <-chan int, errs <-chan error, ended func() bool, use func(int)) {
	for {
		if ended() {
			return
		}
		select {
		case v, ok := <-a:
			if !ok {
				continue
			}
			use(v)
		case <-errs:
			use(0)
		}
	}
}
