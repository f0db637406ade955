package chat

import (
	"fmt"
	"sync"
	"testing"

	"fourth/race/chat-roster/bad/room"
	"fourth/race/chat-roster/bad/roster"
)

func TestBusyRoom(t *testing.T) {
	lobby := room.New("lobby", 10)
	list := roster.Of(lobby, room.New("empty", 2))
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			name := fmt.Sprintf("guest%d", i)
			for range 30 {
				m, err := lobby.Join(name)
				if err != nil {
					t.Error(err)
					return
				}
				lobby.Say(name, "hello")
				select {
				case <-m.Inbox():
				default:
				}
				lobby.Leave(name)
			}
		}()
	}
	for range 50 {
		if n := len(list.Lines()); n != 2 {
			t.Errorf("%d lines", n)
		}
	}
	wg.Wait()
	if got := list.Lines()[0]; got != "lobby (0): " {
		t.Error(got)
	}
}
