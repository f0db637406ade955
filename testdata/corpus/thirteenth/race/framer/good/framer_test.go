package framer

import (
	"bytes"
	"sync"
	"testing"
)

func TestFrameFromManyGoroutines(t *testing.T) {
	var wg sync.WaitGroup
	for id := range 4 {
		wg.Go(func() {
			want := bytes.Repeat([]byte{byte('A' + id)}, 20+id)
			for range 1000 {
				f := Frame(Kind(id), want)
				got, ok := Payload(f)
				if !ok || !bytes.Equal(got, want) {
					t.Error("damaged frame")
					return
				}
			}
		})
	}
	wg.Wait()
}
