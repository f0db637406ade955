// Package importer loads address records into a store.
package importer

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
)

// Record is one line of the input.
type Record struct {
	Name, Street, City string
}

// Store receives the records; it must allow concurrent calls.
type Store interface {
	Insert(Record) error
}

// Result says how an import went.
type Result struct {
	Inserted int
	Skipped  []error
}

// Importer inserts with a bounded number of goroutines.
type Importer struct {
	Store    Store
	Parallel int
}

var errColumns = errors.New("want three columns")

func parse(line string) (Record, error) {
	cols := strings.Split(line, ";")
	if len(cols) != 3 {
		return Record{}, errColumns
	}
	for i := range cols {
		cols[i] = strings.TrimSpace(cols[i])
	}
	return Record{cols[0], cols[1], cols[2]}, nil
}

// Run reads semicolon separated lines until the end of the input.
func (im *Importer) Run(r io.Reader) (Result, error) {
	var (
		wg  sync.WaitGroup
		mu  sync.Mutex
		res Result
	)
	slots := make(chan struct{}, max(1, im.Parallel))
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		slots <- struct{}{}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-slots }()
			rec, err := parse(line)
			if err == nil {
				err = im.Store.Insert(rec)
			}
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				res.Skipped = append(res.Skipped, fmt.Errorf("line %d: %w", n, err))
				return
			}
			res.Inserted++
		}()
	}
	wg.Wait()
	return res, sc.Err()
}
