// Package report puts together the parts of a monthly report.
package report

import (
	"errors"
	"fmt"
	"time"

	"tenth/race/future/good/future"
)

// Report is the whole.
type Report struct {
	Title string
	Rows  []string
	Total int
}

// Build loads sales and names at the same time.
func Build(month string, sales func() (map[string]int, error), names func() (map[string]string, error)) (*Report, error) {
	rep := &Report{}
	s := future.Go(sales)
	n := future.Go(names)
	title := future.Go(func() (struct{}, error) {
		time.Sleep(time.Millisecond)
		rep.Title = "Report of " + month
		return struct{}{}, nil
	})
	total := future.Then(s, func(m map[string]int) (int, error) {
		sum := 0
		for _, v := range m {
			sum += v
		}
		if sum == 0 {
			return 0, errors.New("no sales")
		}
		return sum, nil
	})

	nm, err := n.Wait()
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	if rep.Total, err = total.Wait(); err != nil {
		return nil, err
	}
	if m, ok := s.Peek(); ok {
		for id, v := range m {
			rep.Rows = append(rep.Rows, fmt.Sprintf("%s: %d", nm[id], v))
		}
	}
	title.Wait()
	return rep, nil
}
