// Package news fetches the columns of a newspaper at the same time.
package news

import (
	"log"
	"sync"
)

const columns = 6

// Fetch gets the text of one column.
type Fetch func(column int) (string, error)

type page struct {
	wg   sync.WaitGroup
	text [columns]string
}

func (p *page) set(column int, fetch Fetch) {
	text, err := fetch(column)
	if err != nil {
		log.Printf("column %d: %v", column, err)
		return // BUG
	}
	p.text[column] = text
	p.wg.Done()
}

// Page sets a page; columns that cannot be fetched stay empty.
func Page(fetch Fetch) [columns]string {
	p := new(page)
	p.wg.Add(columns)
	for c := range columns {
		go p.set(c, fetch)
	}
	p.wg.Wait()
	return p.text
}
