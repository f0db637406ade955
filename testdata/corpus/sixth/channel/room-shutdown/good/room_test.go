package chat

import (
	"sync"
	"testing"
)

func TestRoom(t *testing.T) {
	r := Open()
	var wg sync.WaitGroup
	heard := make([]int, 4)
	var members []*Member
	for _, name := range []string{"ann", "bob", "cid", "dot"} {
		m, err := r.Join(name)
		if err != nil {
			t.Fatal(err)
		}
		members = append(members, m)
	}
	for i, m := range members {
		wg.Add(2)
		go func() {
			defer wg.Done()
			for range m.Lines() {
				heard[i]++
			}
		}()
		go func() {
			defer wg.Done()
			for k := range 10 {
				if err := m.Say("hello"); err != nil {
					return
				}
				if i == 3 && k == 5 {
					m.Leave()
					m.Leave()
				}
			}
			if i == 0 {
				r.Close()
			}
		}()
	}
	wg.Wait()
	r.Close()
	if _, err := r.Join("eve"); err != ErrClosed {
		t.Fatal(err)
	}
}
