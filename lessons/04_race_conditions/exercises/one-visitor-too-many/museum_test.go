package museum

import (
	"sync"
	"testing"
)

// A camera that lets something else happen during its first picture.
type camera struct {
	mu       sync.Mutex // guards pictures and during
	pictures int
	during   func()
}

func (c *camera) Picture(string) {
	c.mu.Lock()
	c.pictures++
	during := c.during
	c.during = nil
	c.mu.Unlock()
	if during != nil {
		during()
	}
}

func (c *camera) count() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.pictures
}

func TestTheRoomFillsAndEmpties(t *testing.T) {
	c := &camera{}
	r := NewRoom(2, c)
	finish(t, func() {
		if !r.Enter("Anna") || !r.Enter("Ben") {
			t.Error("there was room for two")
		}
		if r.Enter("Cleo") {
			t.Error("a third visitor came in, and the limit is 2")
		}
		r.Leave()
		if !r.Enter("Cleo") || r.Inside() != 2 {
			t.Errorf("after one left and one came, %d are inside", r.Inside())
		}
	})
	if c.count() != 3 {
		t.Errorf("%d pictures were taken of three visitors who came in", c.count())
	}
}

// Ben comes in by another door while Anna's picture is taken.
func TestTwoDoors(t *testing.T) {
	for _, limit := range []int64{1, 5} {
		c := &camera{}
		r := NewRoom(limit, c)
		in := make([]bool, 2)
		second := make(chan struct{})
		c.during = func() {
			before := goroutines()
			go func() {
				defer close(second)
				in[1] = r.Enter("Ben")
			}()
			untilDone(second, before) // Ben has his answer, or waits
		}
		finish(t, func() {
			in[0] = r.Enter("Anna")
			<-second
		})
		n := int64(0)
		for _, entered := range in {
			if entered {
				n++
			}
		}
		if n > limit {
			t.Errorf("the room holds %d, and %d came in at the same time by two doors", limit, n)
		}
		if r.Inside() != n {
			t.Errorf("%d visitors came in, and the room says that %d are inside.\nBen was counted while Anna's picture was taken, and then overwritten.", n, r.Inside())
		}
		if int64(c.count()) != n {
			t.Errorf("%d visitors came in, and %d pictures were taken", n, c.count())
		}
	}
}

// While a picture is taken, the other doors are open.
func TestDoorsDoNotWaitForTheCamera(t *testing.T) {
	c := &camera{}
	r := NewRoom(5, c)
	verdict := ""
	c.during = func() {
		verdict = ends(func() { r.Enter("Ben") })
	}
	finish(t, func() { r.Enter("Anna") })
	if verdict != "" {
		t.Errorf("while Anna's picture is taken, Ben waits at another door. %s", verdict)
	}
}

// Many come and go, and in the end nobody is inside.
func TestComingAndGoing(t *testing.T) {
	r := NewRoom(100, &camera{})
	var people sync.WaitGroup
	for range 4 {
		people.Go(func() {
			for range 2000 {
				if r.Enter("somebody") {
					r.Leave()
				}
			}
		})
	}
	people.Wait()
	if r.Inside() != 0 {
		t.Errorf("everybody has left, and the room says that %d are inside", r.Inside())
	}
}
