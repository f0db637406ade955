// Command mailer sends letters in the background and reports how many.
package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

var sent atomic.Int64

func deliver(to string) {
	time.Sleep(time.Duration(len(to)) * time.Millisecond)
	sent.Add(1)
}

func deliverAll(list []string) {
	for _, to := range list {
		go deliver(to)
	}
}

func settle() {
	time.Sleep(50 * time.Millisecond) // BUG?
}

func main() {
	deliverAll([]string{"ann@example.org", "bob@example.org", "cid@example.org"})
	settle() // BUG?
	fmt.Println("sent:", sent.Load())
}
