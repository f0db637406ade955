package buoy

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"
)

var (
	ErrUnknown = errors.New("buoy: unknown buoy")
	ErrOld     = errors.New("buoy: report is older than the last one")
)

// Report is what a buoy sends.
type Report struct {
	Buoy string
	At   time.Time
	Wave float64
	Salt float64
}

// Summary is what the coast guard sees.
type Summary struct {
	Buoy  string
	Count int
	High  float64
	Mean  float64
}

type track struct {
	last  time.Time
	count int
	sum   float64
	high  float64
}

func (t *track) add(r Report) {
	t.last = r.At
	t.count++                    // BUG: guarded-escape
	t.sum += r.Wave              // BUG: guarded-escape
	t.high = max(t.high, r.Wave) // BUG: guarded-escape
}

func (t *track) summary(name string) Summary {
	s := Summary{Buoy: name, Count: t.count, High: t.high} // BUG: guarded-escape
	if t.count > 0 {                                       // BUG: guarded-escape
		s.Mean = t.sum / float64(t.count) // BUG: guarded-escape
	}
	return s
}

// Coast may be used by several goroutines.
type Coast struct {
	tracks Guarded[map[string]*track]
}

func NewCoast(names ...string) *Coast {
	c := new(Coast)
	c.tracks.With(func(m *map[string]*track) {
		*m = make(map[string]*track, len(names))
		for _, n := range names {
			(*m)[n] = new(track)
		}
	})
	return c
}

// Add takes a report.
func (c *Coast) Add(r Report) (err error) {
	c.tracks.With(func(m *map[string]*track) {
		t, ok := (*m)[r.Buoy]
		switch {
		case !ok:
			err = fmt.Errorf("%w: %s", ErrUnknown, r.Buoy)
		case r.At.Before(t.last):
			err = ErrOld
		default:
			t.add(r) // BUG: guarded-escape
		}
	})
	return err
}

// Summary of one buoy.
func (c *Coast) Summary(name string) (Summary, error) {
	var t *track                                                 // BUG: guarded-escape
	c.tracks.With(func(m *map[string]*track) { t = (*m)[name] }) // BUG: guarded-escape
	if t == nil {
		return Summary{}, ErrUnknown
	}
	return t.summary(name), nil // BUG: guarded-escape
}

// Rough returns the buoys with the highest waves first.
func (c *Coast) Rough() []Summary {
	var all []Summary
	c.tracks.With(func(m *map[string]*track) {
		for n, t := range *m {
			all = append(all, t.summary(n))
		}
	})
	slices.SortFunc(all, func(a, b Summary) int {
		return cmp.Or(cmp.Compare(b.High, a.High), cmp.Compare(a.Buoy, b.Buoy))
	})
	return all
}
