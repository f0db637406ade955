package outbox

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

func TestTickAndHurry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var sent [][]string
		fail := true
		o := Start(func(_ context.Context, b []string) error {
			if fail {
				fail = false
				return errors.New("offline")
			}
			sent = append(sent, slices.Clone(b))
			return nil
		}, time.Minute, 2)

		o.Enqueue("a")
		time.Sleep(61 * time.Second)
		o.Enqueue("b")
		time.Sleep(60 * time.Second)
		synctest.Wait()
		if len(sent) != 1 || len(sent[0]) != 2 {
			t.Fatalf("sent %v", sent)
		}
		for _, m := range []string{"c", "d", "e"} {
			o.Enqueue(m)
		}
		synctest.Wait()
		if len(sent) != 2 || len(sent[1]) != 3 {
			t.Errorf("sent %v", sent)
		}
		o.Enqueue("f")
		if rest := o.Close(); len(rest) != 0 || len(sent) != 3 {
			t.Errorf("rest %v, sent %v", rest, sent)
		}
	})
}
