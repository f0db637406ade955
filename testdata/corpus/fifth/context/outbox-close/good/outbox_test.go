package outbox

import (
	"context"
	"errors"
	"testing"
	"time"
)

func TestRetry(t *testing.T) {
	calls := 0
	done := make(chan struct{})
	o := New(TransportFunc(func(_ context.Context, l Letter) error {
		if l.To == "end" {
			close(done)
			return nil
		}
		calls++
		if calls < 3 {
			return errors.New("no stamp")
		}
		return nil
	}), time.Millisecond)
	for _, to := range []string{"astrid", "end"} {
		if err := o.Send(Letter{To: to}); err != nil {
			t.Fatal(err)
		}
	}
	<-done
	o.Close()
	if sent, failed := o.Stats(); sent != 2 || failed != 0 {
		t.Error(sent, failed)
	}
	if err := o.Send(Letter{}); err != ErrClosed {
		t.Error(err)
	}
}
