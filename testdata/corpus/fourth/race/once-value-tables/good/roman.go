package roman

import (
	"errors"
	"strings"
	"sync"
)

var (
	values = sync.OnceValue(func() map[byte]int {
		return map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}
	})
	errNumeral = errors.New("roman: not a numeral")
)

// Numeral is a number written by the Romans. It is safe for concurrent use.
type Numeral struct {
	text string

	once sync.Once
	n    int
	err  error
}

func New(text string) *Numeral { return &Numeral{text: strings.ToUpper(text)} }

func (r *Numeral) parse() {
	if r.text == "" {
		r.err = errNumeral
		return
	}
	prev := 0
	for i := len(r.text) - 1; i >= 0; i-- {
		v, ok := values()[r.text[i]]
		if !ok {
			r.n, r.err = 0, errNumeral
			return
		}
		if v < prev {
			r.n -= v
		} else {
			r.n += v
			prev = v
		}
	}
}

// Int returns the value, computed at most once.
func (r *Numeral) Int() (int, error) {
	r.once.Do(r.parse)
	return r.n, r.err
}

// Less reports whether r is smaller than s. Bad numerals are smallest.
func (r *Numeral) Less(s *Numeral) bool {
	r.once.Do(r.parse)
	s.once.Do(s.parse)
	if r.err != nil || s.err != nil {
		return r.err != nil && s.err == nil
	}
	return r.n < s.n
}
