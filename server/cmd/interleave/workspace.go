package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/spf13/pflag"

	"interleave/analyzers/rules"
	"interleave/server/internal/diskcache"
	"interleave/server/internal/gocmd"
	"interleave/server/internal/session"
)

// terminalPatience is how long a package may take where nobody is typing.
const terminalPatience = 5 * time.Minute

// openSession finds Go and opens a session with the user's cache. A cache that
// cannot be written costs time, not the work: it is said and done without.
func openSession(ctx context.Context) (*session.Session, *gocmd.Toolchain, error) {
	tools, err := gocmd.Find(ctx)
	if err != nil {
		return nil, nil, err
	}
	s, err := session.New(session.Options{Tools: tools, Cache: openCache(), Logf: debugLog()})
	return s, tools, err
}

func openCache() *diskcache.Cache {
	root, err := diskcache.Root()
	var cache *diskcache.Cache
	if err == nil {
		cache, err = diskcache.Open(root)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "interleave: working without a cache: %v\n", err)
		return nil
	}
	return cache
}

// debugLog returns a log function for INTERLEAVE_DEBUG=1, else nil.
func debugLog() func(string, ...any) {
	if os.Getenv("INTERLEAVE_DEBUG") == "" {
		return nil
	}
	return func(format string, args ...any) { fmt.Fprintf(os.Stderr, "interleave: "+format+"\n", args...) }
}

// ruleFlags are the flags that say which reports are wanted.
type ruleFlags struct {
	selection rules.Selection
	hints     bool
}

func (f *ruleFlags) register(flags *pflag.FlagSet) {
	flags.Var(selectionValue{&f.selection}, "rules", "comma-separated rules to report; -NAME switches one off")
	flags.BoolVar(&f.hints, "hints", false, "also report hints (teaching notes)")
}

// selectionValue is a rules.Selection as pflag wants it.
type selectionValue struct{ *rules.Selection }

func (selectionValue) Type() string { return "rules" }
