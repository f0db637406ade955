// Command eggtimer runs tasks with a time limit and keeps score of those
// that were late.
package main

import (
	"fmt"
	"sync"
	"time"
)

// Watch observes one task.
type Watch struct {
	task    string
	timer   *time.Timer
	rang    chan struct{}
	notes   []string
	late    bool
	settled sync.Once
}

// Begin starts the clock. When it runs out, warn is called.
func Begin(task string, limit time.Duration, warn func(task string)) *Watch {
	w := &Watch{task: task, rang: make(chan struct{})}
	w.notes = append(w.notes, "begun")
	w.timer = time.AfterFunc(limit, func() {
		defer close(w.rang)
		w.late = true
		w.notes = append(w.notes, "rang")
		warn(w.task)
	})
	return w
}

// End stops the clock and reports whether the task was late. All calls
// return the same.
func (w *Watch) End() bool {
	w.settled.Do(func() {
		if w.timer.Stop() {
			w.notes = append(w.notes, "in time")
			return
		}
		<-w.rang
		w.notes = append(w.notes, "too late")
	})
	return w.late
}

type scoreboard struct {
	warnings []string
	mu       sync.Mutex
}

func (s *scoreboard) warn(task string) {
	s.mu.Lock()
	s.warnings = append(s.warnings, task)
	s.mu.Unlock()
}

func cook(d time.Duration) {
	if d > 0 {
		time.Sleep(d)
	}
}

func main() {
	board := new(scoreboard)
	dishes := []struct {
		name     string
		duration time.Duration
	}{
		{"egg", 2 * time.Millisecond},
		{"rice", 60 * time.Millisecond},
		{"tea", 0},
		{"beans", 90 * time.Millisecond},
	}

	watches := make([]*Watch, len(dishes))
	var wg sync.WaitGroup
	for i, d := range dishes {
		wg.Add(1)
		go func() {
			w := Begin(d.name, 25*time.Millisecond, board.warn)
			defer wg.Done()
			cook(d.duration)
			w.End()
			watches[i] = w
		}()
	}
	wg.Wait()

	late := 0
	for _, w := range watches {
		if w.End() {
			late++
		}
		if d := len(w.notes); d < 2 {
			fmt.Println("incomplete notes:", w.task, w.notes)
		}
	}
	fmt.Printf("%d tasks, late tasks were all announced: %v\n", len(watches), late == len(board.warnings))
}
