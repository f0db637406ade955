package main

import (
	"sync"
)

type evening struct {
	stations []*station
	orders   chan dish
}

func (e *evening) shift(s *station, errs chan<- error, wg *sync.WaitGroup) {
	defer wg.Done()
	for d := range e.orders {
		if err := s.cook(d); err != nil {
			errs <- err
		}
	}
}

// serve returns what went wrong.
func (e *evening) serve(menu []dish) []error {
	errs := make(chan error, len(menu))
	var wg sync.WaitGroup
	for _, s := range e.stations {
		wg.Add(1)
		go e.shift(s, errs, &wg)
	}
	for _, d := range menu {
		e.orders <- d
	}
	close(e.orders)
	wg.Wait()
	close(errs)
	var all []error
	for err := range errs {
		all = append(all, err)
	}
	return all
}
