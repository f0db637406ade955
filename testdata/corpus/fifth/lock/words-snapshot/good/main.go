package main

import (
	"fmt"
	"os"
	"strings"
	"sync"

	"fifth/lock/words-snapshot/good/store"
)

var pages = []string{
	"a keeper lit the lamp and the lamp turned",
	"the mail boat came and the keeper waved",
	"no boat came in the storm",
}

func read(c *store.Counter, page string, times int) {
	for range times {
		c.Add(strings.FieldsSeq(page))
		c.Forget("a")
	}
}

// observe checks that a snapshot stays as it is.
func observe(c *store.Counter, stop <-chan struct{}) error {
	for {
		select {
		case <-stop:
			return nil
		default:
		}
		s := c.Snapshot()
		before := s.Total()
		n := 0
		for _, k := range s.Sorted() {
			n += k
		}
		if n != before || s.Total() != before {
			return fmt.Errorf("snapshot changed from %d to %d", before, n)
		}
	}
}

func main() {
	c := store.New()
	stop := make(chan struct{})
	failed := make(chan error, 1)
	go func() { failed <- observe(c, stop) }()
	var readers sync.WaitGroup
	for _, p := range pages {
		readers.Go(func() { read(c, p, 20) })
	}
	readers.Wait()
	close(stop)
	if err := <-failed; err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	s := c.Snapshot()
	fmt.Println(s.Len(), s.Total())
	for w, n := range s.Sorted() {
		fmt.Println(w, n)
		break
	}
}
