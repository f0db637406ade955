// Package rules applies rules to facts.
package rules

import (
	"errors"
	"fmt"
	"sync"
)

// Facts is what is known.
type Facts map[string]int

// Rule changes facts.
type Rule interface {
	Name() string
	Apply(Facts) (changed bool)
}

// Func makes a rule of a function.
type Func struct {
	Label string
	F     func(Facts) bool
}

// Name implements Rule.
func (f Func) Name() string { return f.Label }

// Apply implements Rule.
func (f Func) Apply(x Facts) bool { return f.F(x) }

// Ratio divides one fact by another.
type Ratio struct{ To, Num, Den string }

// Name implements Rule.
func (r Ratio) Name() string { return r.To + "=" + r.Num + "/" + r.Den }

// Apply implements Rule.
func (r Ratio) Apply(x Facts) bool {
	v := x[r.Num] / x[r.Den]
	if x[r.To] == v {
		return false
	}
	x[r.To] = v
	return true
}

// ErrEndless means that the rules do not come to rest.
var ErrEndless = errors.New("rules do not come to rest")

// Engine keeps facts and rules.
type Engine struct {
	mu    sync.Mutex
	facts Facts
	rules []Rule
	fired map[string]int
}

// NewEngine makes an engine.
func NewEngine(rules ...Rule) *Engine {
	return &Engine{facts: make(Facts), rules: rules, fired: make(map[string]int)}
}

// Set stores a fact.
func (e *Engine) Set(name string, v int) {
	e.mu.Lock() // BUG: panic-holds-lock
	defer e.mu.Unlock()
	e.facts[name] = v
}

// Get reads a fact.
func (e *Engine) Get(name string) int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.facts[name]
}

// pass applies every rule once.
func (e *Engine) pass() bool {
	changed := false
	for _, r := range e.rules {
		if r.Apply(e.facts) { // BUG: panic-holds-lock
			e.fired[r.Name()]++
			changed = true
		}
	}
	return changed
}

func (e *Engine) settle(max int) error {
	e.mu.Lock() // BUG: panic-holds-lock
	n := 0
	for e.pass() { // BUG: panic-holds-lock
		if n++; n > max {
			e.mu.Unlock()
			return ErrEndless
		}
	}
	e.mu.Unlock()
	return nil
}

// Run applies the rules until nothing changes.
func (e *Engine) Run() (err error) {
	defer func() {
		if p := recover(); p != nil { // BUG: panic-holds-lock
			err = fmt.Errorf("rule failed: %v", p)
		}
	}()
	return e.settle(100) // BUG: panic-holds-lock
}

// Fired tells how often a rule changed something.
func (e *Engine) Fired(name string) int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.fired[name]
}
