package quotes

import "errors"

// ErrNone is returned when nobody answers.
var ErrNone = errors.New("no answer")

type answer[T any] struct {
	val T
	err error
}

// First asks all the sources at once and returns the quickest good answer.
func First[T any](sources ...func() (T, error)) (T, error) {
	answers := make(chan answer[T]) // BUG: send-no-receiver
	for _, ask := range sources {
		go func() {
			v, err := ask()
			answers <- answer[T]{v, err} // BUG: send-no-receiver
		}()
	}
	failed := ErrNone
	for range sources {
		a := <-answers
		if a.err == nil {
			return a.val, nil // BUG: send-no-receiver
		}
		failed = errors.Join(failed, a.err)
	}
	var zero T
	return zero, failed
}
