package metrics

import (
	"regexp"
	"runtime"
	"strings"
)

// settle returns when done is closed, or when a goroutine that runs the named
// method of Requests waits: for a lock or on a channel. It reads the goroutine
// dump, as you do when a program hangs, and so needs no sleep and no guess.
func settle(done <-chan struct{}, method string) {
	for {
		select {
		case <-done:
			return
		default:
		}
		for goroutine := range strings.SplitSeq(dump(), "\n\n") {
			if strings.Contains(goroutine, "(*Requests)."+method+"(") && waiting.MatchString(goroutine) {
				return
			}
		}
		runtime.Gosched()
	}
}

// The first line of a goroutine in a dump: goroutine 7 [sync.Mutex.Lock]:
var waiting = regexp.MustCompile(`^goroutine \d+ (gp=\S+ m=\S+ (mp=\S+ )?)?\[(sync\.|chan |select)`)

func dump() string {
	for size := 1 << 16; ; size *= 2 {
		buf := make([]byte, size)
		if n := runtime.Stack(buf, true); n < size {
			return string(buf[:n])
		}
	}
}
