// Command rollout evaluates percentage rollouts for a stream of users while
// an operator feeds rule patches in the background.
package main

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type Rule struct {
	Percent uint32
	Owner   string
}

// Snapshot is one published version of the rule set.
type Snapshot struct {
	Version  int
	LoadedAt time.Time
	Rules    map[string]Rule
}

type Patch struct {
	Set  map[string]Rule
	Drop []string
}

type Rollout struct {
	cur    atomic.Pointer[Snapshot]
	writer sync.Mutex
	clock  func() time.Time
}

func NewRollout(initial map[string]Rule) *Rollout {
	r := &Rollout{clock: time.Now}
	r.cur.Store(&Snapshot{Version: 1, LoadedAt: r.clock(), Rules: initial})
	return r
}

func bucket(flag string, user int) uint32 {
	h := fnv.New32a()
	fmt.Fprintf(h, "%s/%d", flag, user)
	return h.Sum32() % 100
}

// Enabled is on the hot path and must not take locks.
func (r *Rollout) Enabled(flag string, user int) bool {
	snap := r.cur.Load()
	rule, ok := snap.Rules[flag] // BUG: data-race
	return ok && bucket(flag, user) < rule.Percent
}

func (r *Rollout) Apply(p Patch) int {
	r.writer.Lock()
	defer r.writer.Unlock()

	next := *r.cur.Load() // BUG: data-race
	next.Version++
	next.LoadedAt = r.clock()
	for flag, rule := range p.Set {
		next.Rules[flag] = rule // BUG: data-race
	}
	for _, flag := range p.Drop {
		delete(next.Rules, flag) // BUG: data-race
	}
	r.cur.Store(&next)
	return next.Version
}

// parsePatch reads "+flag percent owner" and "-flag" lines.
func parsePatch(line string) (Patch, error) {
	p := Patch{Set: map[string]Rule{}}
	f := strings.Fields(line)
	switch {
	case len(f) == 1 && strings.HasPrefix(f[0], "-"):
		p.Drop = append(p.Drop, f[0][1:])
	case len(f) == 3 && strings.HasPrefix(f[0], "+"):
		n, err := strconv.ParseUint(f[1], 10, 32)
		if err != nil {
			return p, err
		}
		p.Set[f[0][1:]] = Rule{Percent: uint32(min(n, 100)), Owner: f[2]}
	default:
		return p, fmt.Errorf("bad patch %q", line)
	}
	return p, nil
}

const feed = `+search-v2 10 ana
+search-v2 25 ana
+dark-mode 50 li
-legacy-cart
+search-v2 60 ana
nonsense
+checkout 5 omar`

func main() {
	ro := NewRollout(map[string]Rule{
		"legacy-cart": {Percent: 100, Owner: "li"},
		"dark-mode":   {Percent: 20, Owner: "li"},
	})

	var hits atomic.Int64
	var wg sync.WaitGroup
	for shard := range 3 {
		wg.Go(func() {
			for user := shard; user < 3000; user += 3 {
				for _, flag := range []string{"dark-mode", "search-v2", "legacy-cart"} {
					if ro.Enabled(flag, user) {
						hits.Add(1)
					}
				}
			}
		})
	}

	sc := bufio.NewScanner(strings.NewReader(feed))
	for sc.Scan() {
		p, err := parsePatch(sc.Text())
		if err != nil {
			fmt.Println("skip:", err)
			continue
		}
		fmt.Println("now at version", ro.Apply(p))
	}
	wg.Wait()
	fmt.Println("evaluated, any enabled:", hits.Load() > 0)
}
