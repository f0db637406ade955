package badgeprint

import (
	"fmt"
	"sync"
	"testing"
)

func TestRenderManyDesks(t *testing.T) {
	var wg sync.WaitGroup
	for desk := range 4 {
		wg.Go(func() {
			for i := range 200 {
				name := fmt.Sprintf("visitor-%d-%d", desk, i)
				got := Render(Attendee{Name: name, Company: "Initrode", Speaker: i%7 == 0})
				want := "GUEST|" + name + "|Initrode"
				if i%7 == 0 {
					want = "SPEAKER|" + name + "|Initrode"
				}
				if string(got) != want {
					t.Errorf("got %q, want %q", got, want)
				}
			}
		})
	}
	wg.Wait()
}
