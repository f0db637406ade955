package main

import (
	"fmt"
	"os"
	"sync"
)

var ids = make(chan int)

type logLine struct {
	text string
	done chan<- struct{}
}

var logs = make(chan logLine, 16)

func init() {
	go func() {
		for id := 1; ; id++ {
			ids <- id
		}
	}()
	go func() {
		for l := range logs {
			fmt.Fprintln(os.Stderr, l.text)
			if l.done != nil {
				close(l.done)
			}
		}
	}()
}

func logf(format string, args ...any) {
	logs <- logLine{text: fmt.Sprintf(format, args...)}
}

// flush returns when all lines logged before are out.
func flush() {
	done := make(chan struct{})
	logs <- logLine{"--", done}
	<-done
}

func main() {
	defer flush()
	var wg sync.WaitGroup
	seen := make([]bool, 11)
	var mu sync.Mutex
	for range 10 {
		wg.Go(func() {
			id := <-ids
			logf("task %d", id)
			mu.Lock()
			defer mu.Unlock()
			seen[id] = true
		})
	}
	wg.Wait()
	fmt.Println(seen[1:])
}
