package handrail

import (
	"sync"
	"testing"
)

func TestManyHands(t *testing.T) {
	var l List[int]
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 60 {
				l.Insert((i*7 + g) % 60)
			}
			for i := range 60 {
				if i%4 == g && !l.Delete(i) {
					l.Insert(i)
					l.Delete(i)
				}
			}
			_ = l.Len()
		})
	}
	wg.Wait()
	for i := range 60 {
		l.Delete(i)
	}
	if l.Len() != 0 {
		t.Error("left over:", l.Len())
	}
}
