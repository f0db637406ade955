// Command raftsim replays a short leadership fight: a node ships its tail to
// a lagging peer while a newer leader rewrites the uncommitted part.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"sync"

	"twelfth/race/raftlog/bad/raftlog"
)

type shipper struct {
	src  *raftlog.Log
	sink io.Writer
	sent int
}

func (s *shipper) run(stop <-chan struct{}) {
	enc := json.NewEncoder(s.sink)
	for {
		select {
		case <-stop:
			return
		default:
		}
		batch := s.src.Batch(0, 32)
		for _, e := range batch { // BUG: guarded-escape
			if err := enc.Encode(e); err != nil {
				log.Println("ship:", err)
				return
			}
			s.sent++
		}
	}
}

func entriesFor(term, first, n int) []raftlog.Entry {
	out := make([]raftlog.Entry, n)
	for i := range out {
		out[i] = raftlog.Entry{Term: term, Index: first + i, Command: fmt.Sprintf("set x%d %d", i, term)}
	}
	return out
}

func main() {
	lg := raftlog.New(64)
	if err := lg.Append(0, entriesFor(1, 1, 8)...); err != nil {
		log.Fatal(err)
	}
	lg.Commit(4)

	stop := make(chan struct{})
	var wg sync.WaitGroup
	sh := &shipper{src: lg, sink: io.Discard}
	wg.Add(1)
	go func() {
		defer wg.Done()
		sh.run(stop)
	}()

	for term := 2; term < 200; term++ {
		if err := lg.Append(4, entriesFor(term, 5, 6)...); err != nil {
			log.Fatal(err)
		}
	}
	close(stop)
	wg.Wait()

	idx, term := lg.Last()
	fmt.Printf("last entry %d in term %d\n", idx, term)
}
