package greenhouse

import (
	"runtime"
	"testing"
)

func TestTooHotWhileRecording(t *testing.T) {
	z := NewZone("tomatoes")
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i := range 300 {
			z.Record(Reading{Celsius: 20 + float64(i)/10, Humidity: 60})
		}
	}()
	for z.Count() < 300 {
		_ = z.TooHot(48)
		runtime.Gosched()
	}
	<-done
	if !z.TooHot(48) {
		t.Errorf("%s: expected an alarm", z.Name)
	}
}
