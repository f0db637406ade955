// Package quotas hands out what an atomic counts, for others to use.
package quotas

import "sync/atomic"

// A Quota hands out bytes, and notes the most that were out at once.
type Quota struct {
	limit, peak int64
	used, most  atomic.Int64
}

func (q *Quota) Take(n int64) bool {
	// related +2 `the decision is made here`

	if q.used.Load()+n > q.limit {
		return false
	}
	q.raise(q.used.Add(n)) // want `likely lost decision: Take compares q.used and then adds to it, in two atomic steps.* \(check-then-act\)`
	return true
}

func (q *Quota) raise(n int64) {
	for {
		old := q.most.Load()
		if n <= old || q.most.CompareAndSwap(old, n) {
			return
		}
	}
}

// Back gives some back again when it was too much.
func (q *Quota) Back(n int64) bool {
	if q.used.Load() > q.limit {
		return false
	}
	if q.used.Add(n) > q.limit {
		q.used.Add(-n)
		return false
	}
	return true
}

// Settle leaves it to a function that looks at the variable itself.
func (q *Quota) Settle(n int64) bool {
	if q.used.Load() > q.limit {
		return false
	}
	return q.settle(q.used.Add(n), n)
}

func (q *Quota) settle(now, n int64) bool {
	if now > q.limit {
		q.used.Add(-n)
		return false
	}
	return true
}

// Most may be passed, and says so.
func (q *Quota) Most(n int64) bool {
	// Two at once may pass the limit together; that is allowed.
	if q.used.Load() > q.limit {
		return false
	}
	q.used.Add(n)
	return true
}

// A Vote is for one goroutine at a time, as its plain map says; others only look at the number.
type Vote struct {
	need int64
	n    atomic.Int64
	from map[string]bool
}

func (v *Vote) Confirm(from string) bool {
	if v.n.Load() >= v.need {
		return false
	}
	if v.from[from] {
		return false
	}
	v.from[from] = true
	v.n.Add(1)
	return true
}
