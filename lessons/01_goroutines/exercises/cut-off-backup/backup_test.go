package main

import (
	"bytes"
	"log"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// Copying takes an hour, by a clock that takes no time.
func TestFinishedMeansFinished(t *testing.T) {
	bubble(t, func(t *testing.T) {
		var page page
		began := time.Now()
		run(t, &page, map[string]time.Duration{"photos": time.Hour, "letters": 40 * time.Minute, "music": 20 * time.Minute})

		lines := page.lines()
		if len(lines) == 0 || lines[len(lines)-1] != "backup finished" {
			t.Errorf("the last line is not %q; main printed:\n%s", "backup finished", strings.Join(lines, "\n"))
		}
		slices.Sort(lines)
		want := []string{"backup finished", "letters: 7 files", "music: 5 files", "photos: 6 files"}
		if !slices.Equal(lines, want) {
			t.Errorf("when main returned, the program had printed %d of %d lines: %q.\n"+
				"What is still running then is cut off with the program.", len(lines), len(want), lines)
		}
		if took := time.Since(began); took > time.Hour {
			t.Errorf("the backup took %v. Its folders take 60, 40 and 20 minutes, and they are copied at the same time: it should take %v.", took, time.Hour)
		}
		letTheRestEnd()
	})
}

func TestNothingToDo(t *testing.T) {
	bubble(t, func(t *testing.T) {
		var page page
		run(t, &page, nil)
		if got := page.lines(); !slices.Equal(got, []string{"backup finished"}) {
			t.Errorf("without folders the program prints %q", got)
		}
		letTheRestEnd()
	})
}

// run calls main with folders whose copying takes so long.
func run(t *testing.T, to *page, times map[string]time.Duration) {
	t.Helper()
	oldFolders, oldOut, oldFlags, oldCopy := folders, log.Writer(), log.Flags(), copyFolder
	t.Cleanup(func() {
		folders, copyFolder = oldFolders, oldCopy
		log.SetOutput(oldOut)
		log.SetFlags(oldFlags)
	})
	folders = nil
	for _, name := range []string{"photos", "letters", "music"} {
		if times[name] > 0 {
			folders = append(folders, name)
		}
	}
	log.SetOutput(to)
	log.SetFlags(0)
	copyFolder = func(folder string) int {
		time.Sleep(times[folder])
		return len(folder)
	}
	main()
}

// letTheRestEnd gives goroutines that main left behind a day to come to an end.
func letTheRestEnd() {
	time.Sleep(24 * time.Hour)
	synctest.Wait()
}

// A page is what the program prints. Several goroutines may print at once.
type page struct {
	mu   sync.Mutex // guards text
	text bytes.Buffer
}

func (p *page) Write(line []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.Write(line)
}

func (p *page) lines() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return strings.Split(strings.TrimSpace(p.text.String()), "\n")
}
