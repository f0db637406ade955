package bank

import (
	"fmt"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// The tests see who waits for whom as you do when a program hangs: they read the
// goroutine dump. So they need no sleep, and a deadlock is found at once.

// patience bounds what a dump cannot show: goroutines that run and get nowhere.
const patience = 5 * time.Second

type quiet struct{}

func (quiet) Note(*Account, int) {}

type journal func(account *Account, change int)

func (j journal) Note(account *Account, change int) { j(account, change) }

// A meeting is a journal that holds a transfer up at its first note until a
// second transfer is there too, or waits.
type meeting struct {
	others outside
	here   atomic.Int32
	came   sync.Map // by goroutine
	waited atomic.Bool
	alone  atomic.Bool
}

func (m *meeting) Note(*Account, int) {
	me := goroutineID()
	if _, again := m.came.LoadOrStore(me, true); again {
		return
	}
	m.here.Add(1)
	for began := time.Now(); m.here.Load() < 2; runtime.Gosched() {
		for _, g := range m.others.transfers() {
			if g.id != me && g.waits {
				m.waited.Store(true)
				return
			}
		}
		if time.Since(began) > patience {
			m.alone.Store(true)
			return
		}
	}
}

// missed says why the two transfers did not work at the same time; "" if they did.
func (m *meeting) missed() string {
	switch {
	case m.waited.Load():
		return "one waited for a lock while the other worked: one lock holds up the whole bank"
	case m.alone.Load():
		return "the second did not begin while the first one worked: Execute carries them out one after the other"
	}
	return ""
}

// A goroutine, as the dump shows it.
type goroutine struct {
	id    string
	waits bool // for a lock, a channel or a WaitGroup
	stack string
}

// outside are the goroutines that were in Transfer before a test began: those
// that an earlier test left stuck.
type outside map[string]bool

func inTransfer() outside {
	known := make(outside)
	for _, g := range known.transfers() {
		known[g.id] = true
	}
	return known
}

// transfers returns the goroutines of this test that are in Transfer.
func (o outside) transfers() []goroutine {
	var found []goroutine
	for _, g := range goroutines() {
		if !o[g.id] && strings.Contains(g.stack, "(*Bank).Transfer(") {
			found = append(found, g)
		}
	}
	return found
}

// untilAllWait returns when done is closed or every transfer of this test waits.
func (o outside) untilAllWait(done <-chan struct{}) (stuck []goroutine) {
	for began := time.Now(); time.Since(began) < patience; runtime.Gosched() {
		select {
		case <-done:
			return nil
		default:
		}
		transfers := o.transfers()
		waiting := 0
		for _, g := range transfers {
			if g.waits {
				waiting++
			}
		}
		if waiting > 0 && waiting == len(transfers) {
			return transfers
		}
	}
	return nil
}

// watch waits for a group of transfers and returns "" when they have ended, or
// says why they never will.
func (o outside) watch(group *sync.WaitGroup) string {
	done := make(chan struct{})
	go func() {
		defer close(done)
		group.Wait()
	}()
	// All of them wait in one picture of the program: nobody is left to unlock.
	stuck := o.untilAllWait(done)
	if len(stuck) == 0 {
		select {
		case <-done:
			return ""
		default:
			return fmt.Sprintf("After %v they still run and get nowhere: each tries again and again for what the other holds (a livelock).", patience)
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "Now nobody can move (a deadlock); %d goroutines wait for each other:\n", len(stuck))
	for i, g := range stuck {
		if i == 4 {
			fmt.Fprintf(&b, "and %d more\n", len(stuck)-i)
			break
		}
		fmt.Fprintf(&b, "goroutine %s waits at %s\n", g.id, strings.Join(places(g.stack), ", called at "))
	}
	return strings.TrimSpace(b.String())
}

// untilWaiting returns when the goroutine waits or has ended.
func untilWaiting(id string) {
	for ; ; runtime.Gosched() {
		running := false
		for _, g := range goroutines() {
			running = running || g.id == id && !g.waits
		}
		if !running {
			return
		}
	}
}

var (
	header = regexp.MustCompile(`^goroutine (\d+) [^\[]*\[([^\]]*)\]`)
	frame  = regexp.MustCompile(`(?m)^\t(.+\.go:\d+)`)
)

// places returns where a goroutine stands, in this package's files.
func places(stack string) []string {
	var found []string
	for _, m := range frame.FindAllStringSubmatch(stack, -1) {
		if place := filepath.Base(m[1]); strings.HasPrefix(place, "bank") {
			found = append(found, place)
		}
	}
	return found
}

func goroutines() []goroutine {
	buf := make([]byte, 1<<16)
	for {
		n := runtime.Stack(buf, true)
		if n < len(buf) {
			buf = buf[:n]
			break
		}
		buf = make([]byte, 2*len(buf))
	}
	var found []goroutine
	for text := range strings.SplitSeq(string(buf), "\n\n") {
		m := header.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		waits := false
		for _, state := range []string{"sync.", "chan ", "select"} {
			waits = waits || strings.HasPrefix(m[2], state)
		}
		found = append(found, goroutine{id: m[1], waits: waits, stack: text})
	}
	return found
}

func goroutineID() string {
	buf := make([]byte, 64)
	m := regexp.MustCompile(`^goroutine (\d+) `).FindSubmatch(buf[:runtime.Stack(buf, false)])
	return string(m[1])
}
