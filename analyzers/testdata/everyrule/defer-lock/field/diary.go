// Package diary keeps notes by day.
package diary

import "sync"

type pages struct {
	mu    sync.RWMutex
	notes map[string][]string
}

// A Diary may be used by several goroutines at once.
type Diary struct {
	owner string
	pages pages
}

// New returns an empty diary.
func New(owner string) *Diary {
	d := &Diary{owner: owner}
	d.pages.notes = make(map[string][]string)
	return d
}

// Owner returns whose diary it is.
func (d *Diary) Owner() string { return d.owner }

// Write adds a note.
func (d *Diary) Write(day, note string) {
	d.pages.mu.Lock()
	defer d.pages.mu.Lock() // BUG
	d.pages.notes[day] = append(d.pages.notes[day], note)
}

// Count tells how many notes a day has.
func (d *Diary) Count(day string) int {
	d.pages.mu.RLock()
	defer d.pages.mu.RUnlock()
	return len(d.pages.notes[day])
}
