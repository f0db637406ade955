package stock

import (
	"fmt"
	"slices"
	"sync"
	"testing"
)

// watch runs Watch, and returns a function that waits for its end and returns
// what was shown. The screen is slow: it shows its first line when all deliveries
// have been made, or wait.
func watch(s *Stock) (end func() []string) {
	var lines []string
	done := make(chan struct{})
	go func() {
		defer close(done)
		s.Watch(func(line string) {
			if len(lines) == 0 {
				untilStill()
			}
			lines = append(lines, line)
		})
	}()
	return func() []string {
		s.Close()
		<-done
		return lines
	}
}

func TestTwoDeliveries(t *testing.T) {
	s := New()
	go s.Watch(func(string) {})
	var deliveries sync.WaitGroup
	for range 2 {
		deliveries.Go(func() { s.Add("nut", 1) })
	}
	deliveries.Wait()
	s.Close()
}

func TestChangesAreShown(t *testing.T) {
	s := New()
	var lines []string
	finish(t, func() {
		end := watch(s)
		s.Add("nut", 5)
		lines = end()
	})
	if !slices.Equal(lines, []string{"nut: 5"}) {
		t.Errorf("5 nuts came, and the screen showed %q", lines)
	}
}

// Many deliveries come at once.
func TestManyDeliveries(t *testing.T) {
	for _, n := range []int{4, 300} {
		s := New()
		var lines []string
		verdict := ends(func() {
			end := watch(s)
			var deliveries sync.WaitGroup
			for i := range n {
				deliveries.Go(func() { s.Add(fmt.Sprint("thing ", i), 1) })
			}
			deliveries.Wait()
			lines = end()
		})
		if verdict != "" {
			t.Fatalf("%d deliveries come at once. %s", n, verdict)
		}
		if len(lines) != n {
			t.Errorf("%d things came, and the screen showed %d changes", n, len(lines))
		}
	}
}

// Whoever has been told of a change finds it in the stock.
func TestAChangeIsThereWhenItIsTold(t *testing.T) {
	s := New()
	finish(t, func() {
		told := make(chan string, 1)
		go s.Watch(func(line string) { told <- line })
		for i := range 100 {
			s.Add("nut", 1)
			if line := <-told; line != fmt.Sprintf("nut: %d", i+1) {
				t.Errorf("nut number %d came, and the screen showed %q", i+1, line)
				break
			}
		}
		s.Close()
	})
}
