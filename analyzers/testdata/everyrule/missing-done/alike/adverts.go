// Package adverts fetches the adverts of a newspaper at the same time.
package adverts

import (
	"log"
	"sync"
)

const places = 6

// Fetch gets the text of one advert.
type Fetch func(place int) (string, error)

type sheet struct {
	wg   sync.WaitGroup
	text [places]string
}

func (s *sheet) give(place int, text string) {
	s.text[place] = text
	s.wg.Done()
}

func (s *sheet) set(place int, fetch Fetch) {
	text, err := fetch(place)
	if err != nil {
		log.Printf("advert %d: %v", place, err)
		s.wg.Done()
		return
	}
	if text == "" {
		s.give(place, "your advert could stand here")
		return
	}
	s.give(place, text)
}

// Sheet sets all adverts; those that cannot be fetched stay empty.
func Sheet(fetch Fetch) [places]string {
	s := new(sheet)
	s.wg.Add(places)
	for p := range places {
		go s.set(p, fetch)
	}
	s.wg.Wait()
	return s.text
}
