package report

import (
	"errors"
	"sync"
	"testing"
)

func TestBuild(t *testing.T) {
	names := func() (map[string]string, error) {
		return map[string]string{"1": "mug", "2": "cup"}, nil
	}
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() {
			rep, err := Build("May", func() (map[string]int, error) {
				if i == 4 {
					return nil, errors.New("db down")
				}
				return map[string]int{"1": i, "2": 3}, nil
			}, names)
			if i == 4 {
				if err == nil {
					t.Error("no error")
				}
				return
			}
			if err != nil {
				t.Error(err)
				return
			}
			if rep.Title != "Report of May" || rep.Total != i+3 || len(rep.Rows) != 2 {
				t.Errorf("%+v", rep)
			}
		})
	}
	wg.Wait()
}
