// Package spell looks up words in a dictionary that is read when first used.
package spell

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"sync"
)

// Checker checks the spelling of words; it may be shared.
type Checker struct {
	open func() (io.ReadCloser, error)

	load  sync.Once
	words map[string]struct{}
	long  int
	err   error

	rules func() []string
}

// New makes a checker whose dictionary comes from open.
func New(open func() (io.ReadCloser, error)) *Checker {
	return &Checker{
		open:  open,
		rules: sync.OnceValue(func() []string { return strings.Fields("ing ed s ly") }),
	}
}

func (c *Checker) init() {
	rc, err := c.open()
	if err != nil {
		c.err = err
		return
	}
	defer rc.Close()
	c.words = make(map[string]struct{})
	sc := bufio.NewScanner(rc)
	for sc.Scan() {
		w := strings.TrimSpace(sc.Text())
		c.words[w] = struct{}{}
		c.long = max(c.long, len(w))
	}
	c.err = sc.Err()
	if c.err == nil && len(c.words) == 0 {
		c.err = errors.New("spell: empty dictionary")
	}
}

// Known reports whether a word or its stem is in the dictionary.
func (c *Checker) Known(word string) (bool, error) {
	c.load.Do(c.init)
	if c.err != nil {
		return false, c.err
	}
	if len(word) > c.long+3 {
		return false, nil
	}
	if _, ok := c.words[word]; ok {
		return true, nil
	}
	for _, suffix := range c.rules() {
		if stem, ok := strings.CutSuffix(word, suffix); ok {
			if _, ok := c.words[stem]; ok {
				return true, nil
			}
		}
	}
	return false, nil
}

// Size is the number of words.
func (c *Checker) Size() int {
	c.load.Do(c.init)
	return len(c.words)
}
