package letters

import (
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

var club = []Member{{"Anna", "anna@club"}, {"Ben", "ben@club"}, {"Cleo", ""}, {"Dan", "dan@club"}}

// With one processor the loop comes to its end before the first letter is
// written. That order is always possible; here it is the usual one.
func TestEverybodyGetsTheirOwnLetter(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var box box
	n := SendAll(&box, club)
	want := []string{
		"anna@club: Dear Anna, we meet on Friday.",
		"ben@club: Dear Ben, we meet on Friday.",
		"dan@club: Dear Dan, we meet on Friday.",
	}
	got := box.sorted()
	if n != len(want) {
		t.Errorf("SendAll = %d, want %d", n, len(want))
	}
	if !slices.Equal(got, want) {
		t.Errorf("the letters are\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// No letter waits for another: each one is handed over when all of them are there.
func TestLettersAreWrittenAtTheSameTime(t *testing.T) {
	post := &meeting{}
	post.expected.Add(3)
	if verdict := ends(func() { SendAll(post, club) }); verdict != "" {
		t.Errorf("the letters are not sent at the same time. %s", verdict)
	}
}

func TestNoMembers(t *testing.T) {
	var box box
	if n := SendAll(&box, nil); n != 0 || len(box.sorted()) != 0 {
		t.Errorf("without members %d letters were sent: %q", n, box.sorted())
	}
}

// A box keeps the letters.
type box struct {
	mu   sync.Mutex // guards sent
	sent []string
}

func (b *box) Send(address, text string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.sent = append(b.sent, address+": "+text)
}

func (b *box) sorted() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Sorted(slices.Values(b.sent))
}

// A meeting is a post where each letter waits until the expected ones are there.
type meeting struct{ expected sync.WaitGroup }

func (m *meeting) Send(string, string) {
	m.expected.Done()
	m.expected.Wait()
}
