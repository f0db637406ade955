package alarm

import "time"

// jobs is a heap, the next job first.
type jobs []*Job

func (h jobs) Len() int           { return len(h) }
func (h jobs) Less(i, j int) bool { return h[i].due.Before(h[j].due) }
func (h jobs) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *jobs) Push(x any)        { *h = append(*h, x.(*Job)) }

func (h *jobs) Pop() any {
	old := *h
	last := old[len(old)-1]
	old[len(old)-1] = nil
	*h = old[:len(old)-1]
	return last
}

// wait tells how long it is until the first job is due.
func (h jobs) wait(now time.Time) time.Duration {
	if len(h) == 0 {
		return time.Hour
	}
	return max(0, h[0].due.Sub(now))
}
