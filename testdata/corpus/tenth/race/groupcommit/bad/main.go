package main

import (
	"fmt"
	"os"
	"sync"
	"time"

	"tenth/race/groupcommit/bad/wal"
)

// disk counts the records that it is given.
type disk struct {
	groups, records, broken int
}

func (d *disk) WriteGroup(recs [][]byte) error {
	time.Sleep(500 * time.Microsecond)
	d.groups++
	for _, b := range recs {
		d.records++
		if !wal.Verify(b) { // BUG: buffer-reuse, data-race
			d.broken++
		}
	}
	return nil
}

func main() {
	var d disk
	log := wal.Open(&d, 16)
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			for i := range 100 {
				r := wal.Record{Key: fmt.Sprintf("user/%d", w), Value: fmt.Sprintf("balance=%d", i*i*37)}
				if _, err := log.Append(r); err != nil {
					fmt.Fprintln(os.Stderr, err)
					return
				}
			}
		})
	}
	wg.Wait()
	if err := log.Close(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(d.records, "records,", d.broken, "broken")
	if d.groups > d.records {
		os.Exit(1)
	}
}
