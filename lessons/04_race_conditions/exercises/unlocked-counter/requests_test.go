package metrics

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
)

func TestReportShowsWhatWasRecorded(t *testing.T) {
	var requests Requests
	for _, status := range []int{200, 404, 500, 503} {
		requests.Record(status)
	}
	if got, want := report(t, &requests), "requests 4\nfailed 2\n"; got != want {
		t.Errorf("report after 200, 404, 500 and 503:\n%swant:\n%s", got, want)
	}
	requests.Reset()
	if got, want := report(t, &requests), "requests 0\nfailed 0\n"; got != want {
		t.Errorf("report after Reset:\n%swant:\n%s", got, want)
	}
}

// A request fails while the report is being written. The report may count it or
// leave it out, but it must not count it in one line and leave it out in the other.
func TestReportAgreesWithItself(t *testing.T) {
	var requests Requests
	requests.Record(200)

	recorded := make(chan struct{})
	var page strings.Builder
	w := &meddler{to: &page, meddle: func() {
		go func() {
			defer close(recorded)
			requests.Record(500)
		}()
		// Either Record has finished, or it waits for the report's lock.
		settle(recorded, "Record")
	}}
	if err := requests.WriteReport(w); err != nil {
		t.Fatal(err)
	}
	<-recorded

	var total, failed int
	if _, err := fmt.Sscanf(page.String(), "requests %d\nfailed %d\n", &total, &failed); err != nil {
		t.Fatalf("the report is %q: %v", page.String(), err)
	}
	switch {
	case total == 1 && failed == 0: // before the failure
	case total == 2 && failed == 1: // after it
	default:
		t.Errorf("the report says %q.\n"+
			"One request had succeeded when it began, and one failed while it was written,\n"+
			"so it must say 1 and 0, or 2 and 1. It read total before that request and failed after it.", page.String())
	}
}

// The same from many goroutines at once: for the race detector (go test -race).
func TestManyHandlersAndReaders(t *testing.T) {
	const handlers, each = 4, 200
	var requests Requests
	var wg sync.WaitGroup
	for range handlers {
		wg.Go(func() {
			for range each {
				requests.Record(500)
			}
		})
		wg.Go(func() {
			for range each {
				if err := requests.WriteReport(io.Discard); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if got, want := report(t, &requests), fmt.Sprintf("requests %d\nfailed %[1]d\n", handlers*each); got != want {
		t.Errorf("report at the end:\n%swant:\n%s", got, want)
	}
}

func report(t *testing.T, requests *Requests) string {
	t.Helper()
	var b strings.Builder
	if err := requests.WriteReport(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A meddler is a writer that does something else, once, after the first write.
type meddler struct {
	to     io.Writer
	meddle func()
	done   bool
}

func (m *meddler) Write(p []byte) (int, error) {
	n, err := m.to.Write(p)
	if !m.done {
		m.done = true
		m.meddle()
	}
	return n, err
}
