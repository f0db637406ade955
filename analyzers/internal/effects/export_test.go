package effects

// The bounds on what a summary holds.
const (
	MaxDepth     = maxDepth
	MaxDisjuncts = maxDisjuncts
	MaxAcquires  = maxAcquires
)
