package workers

import (
	"testing"
	"time"
)

func TestPool(t *testing.T) {
	p := newPool(3)
	for range 10 {
		p.submit(func() {})
	}
	time.Sleep(5 * time.Millisecond)
	if n := p.close(); n != 10 {
		t.Errorf("%d tasks ran", n)
	}
}
