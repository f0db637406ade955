package flags

import "strings"

// Option changes a Set while it is made.
type Option func(*Set)

// WithDefaults declares flags and their first state.
func WithDefaults(m map[string]bool) Option {
	return func(s *Set) {
		for name, on := range m {
			s.flags[name] = on
		}
	}
}

// Strict refuses flags that were not declared.
func Strict() Option {
	return func(s *Set) { s.strict = true }
}

// WithLog sets where remarks go.
func WithLog(f func(string, ...any)) Option {
	return func(s *Set) { s.log = f }
}

// Prefixed makes a watcher that only sees flags of one family.
func Prefixed(prefix string, w Watcher) Watcher {
	return func(name string, on bool) {
		if strings.HasPrefix(name, prefix) {
			w(strings.TrimPrefix(name, prefix), on)
		}
	}
}

// Mirror keeps the flags of dst as those of src from now on.
func Mirror(dst, src *Set) {
	src.Watch(func(name string, on bool) {
		if err := dst.Turn(name, on); err != nil {
			dst.log("mirror: %v", err)
		}
	})
}
