package lazytmpl

import (
	"sync"
	"testing"
)

func TestRenderTogether(t *testing.T) {
	m := NewMail("welcome", "Dear {{.}}, welcome aboard.")
	var wg sync.WaitGroup
	for _, who := range []string{"Ana", "Ben", "Cy", "Dee"} {
		wg.Go(func() {
			got, err := m.Render(who)
			if err != nil || got != "Dear "+who+", welcome aboard." {
				t.Error(got, err)
			}
		})
	}
	wg.Wait()
}
