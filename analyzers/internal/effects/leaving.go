package effects

import (
	"go/types"
	"iter"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ssa"
)

// Forgotten lists the functions that return with a lock on some ways, each with the lock, in
// source order. Those are left out whose job that is: the name or the results say so, or
// another function releases the lock. A way that ends in an error or in false has taken
// nothing for its caller.
func (r *Result) Forgotten() iter.Seq2[*ssa.Function, Leaving] {
	released := make(map[any]bool)
	for _, fn := range r.Order {
		for _, p := range r.Functions[fn].Drops {
			released[p.Declaration()] = true
		}
	}
	return func(yield func(*ssa.Function, Leaving) bool) {
		for _, fn := range r.Order {
			for _, l := range r.Functions[fn].Leaves {
				if released[l.Path.Declaration()] || !l.Failing && meansToKeep(fn) {
					continue
				}
				if !yield(fn, l) {
					return
				}
			}
		}
	}
}

// meansToKeep reports whether a function's name or results say that its caller gets
// the lock.
func meansToKeep(fn *ssa.Function) bool {
	for _, word := range WordsOf(fn.Name()) {
		switch strings.TrimSuffix(word, "ed") {
		case "lock", "rlock", "acquire", "begin", "enter", "start", "try", "reserve", "hold":
			return true
		}
	}
	for v := range fn.Signature.Results().Variables() {
		switch t := v.Type().Underlying().(type) {
		case *types.Signature:
			return true
		case *types.Basic:
			if t.Info()&types.IsBoolean != 0 {
				return true
			}
		}
	}
	return false
}

// WordsOf splits a name in mixed caps into its words, in lower case. It may be called from any goroutine.
func WordsOf(name string) (words []string) {
	start := 0
	runes := []rune(name)
	for i := 1; i <= len(runes); i++ {
		if i == len(runes) || runes[i] == '_' || unicode.IsUpper(runes[i]) && !unicode.IsUpper(runes[i-1]) {
			words = append(words, strings.ToLower(strings.Trim(string(runes[start:i]), "_")))
			start = i
		}
	}
	return words
}
