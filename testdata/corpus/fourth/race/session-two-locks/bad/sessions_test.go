package sessions

import (
	"fmt"
	"sync"
	"testing"
	"time"
)

func TestRemoveWhileOthersLogIn(t *testing.T) {
	s := NewStore(time.Minute)
	for i := range 5 {
		s.Register(fmt.Sprint("u", i), "pw")
	}
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() {
			u := fmt.Sprint("u", i)
			for range 50 {
				s.Register(u, "pw")
				sess := s.Login(u, "pw")
				if sess == nil {
					t.Error("login failed")
					return
				}
				s.Find(sess.Token)
				s.Remove(u)
			}
		})
	}
	wg.Wait()
	if s.Login("u1", "pw") != nil {
		t.Error("removed user logged in")
	}
}
