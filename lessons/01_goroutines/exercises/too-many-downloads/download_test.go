package download

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"
)

func TestNoMoreThanTheLimit(t *testing.T) {
	for _, limit := range []int{1, 3, 8} {
		bubble(t, func(t *testing.T) {
			server := &server{}
			if err := All(server.get, names(40), limit); err != nil {
				t.Errorf("All = %v", err)
			}
			if server.peak > limit {
				t.Errorf("All(get, 40 files, %d) had %d downloads open at the same time", limit, server.peak)
			}
			if server.total != 40 {
				t.Errorf("%d of 40 files were downloaded", server.total)
			}
		})
	}
}

func TestTheLimitIsUsed(t *testing.T) {
	bubble(t, func(t *testing.T) {
		server := &server{}
		began := time.Now()
		if err := All(server.get, names(40), 8); err != nil {
			t.Errorf("All = %v", err)
		}
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("40 files of a second each took %v; with 8 at the same time they take 5s", took)
		}
	})
}

// One large file among small ones: the other places go on meanwhile.
func TestALargeFileHoldsUpOnePlaceOnly(t *testing.T) {
	bubble(t, func(t *testing.T) {
		get := func(file string) error {
			if file == "0" {
				time.Sleep(10 * time.Second)
			} else {
				time.Sleep(time.Second)
			}
			return nil
		}
		began := time.Now()
		if err := All(get, names(11), 2); err != nil {
			t.Errorf("All = %v", err)
		}
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("a file of 10 seconds and ten of 1 second took %v, two at a time. "+
				"One place has the large file, the other takes the small ones one after the other: that is 10s. "+
				"A free place waited for a full one.", took)
		}
	})
}

func TestErrorsAreKept(t *testing.T) {
	bubble(t, func(t *testing.T) {
		lost, full := errors.New("connection lost"), errors.New("disk full")
		err := All(func(file string) error {
			switch file {
			case "1":
				return lost
			case "4":
				return full
			}
			return nil
		}, names(6), 2)
		if !errors.Is(err, lost) || !errors.Is(err, full) {
			t.Errorf("All = %v; want both errors", err)
		}
		if err := All(nil, nil, 0); err != nil {
			t.Errorf("All of no files = %v", err)
		}
		server := &server{}
		if err := All(server.get, names(2), 0); err != nil || server.peak != 1 {
			t.Errorf("All with a limit of 0: %v, %d at the same time; want one", err, server.peak)
		}
	})
}

func names(n int) []string {
	var files []string
	for i := range n {
		files = append(files, fmt.Sprint(i))
	}
	return files
}

// A server counts how many downloads are open. Each takes a second.
type server struct {
	mu    sync.Mutex // guards open, peak and total
	open  int
	peak  int
	total int
}

func (s *server) get(string) error {
	s.change(+1)
	time.Sleep(time.Second) // by the test's clock
	s.change(-1)
	return nil
}

func (s *server) change(by int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open += by
	s.peak = max(s.peak, s.open)
	if by > 0 {
		s.total++
	}
}
