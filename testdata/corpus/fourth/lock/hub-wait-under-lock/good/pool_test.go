package mailroom

import (
	"errors"
	"testing"
	"time"
)

func TestRoom(t *testing.T) {
	r := Open(2, func(to, text string) error {
		time.Sleep(5 * time.Millisecond)
		if to == "nobody" {
			return errors.New("address unknown")
		}
		return nil
	})
	r.Post("ann", "hi")
	r.Post("bob", "hello")
	r.Post("nobody", "?")
	sent, failed := r.Close()
	if sent != 2 || failed != 1 {
		t.Errorf("sent %d failed %d", sent, failed)
	}
}
