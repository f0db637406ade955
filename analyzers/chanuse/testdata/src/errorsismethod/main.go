// Package main is correct: it must get no report.
package main

import "errors"

var errStop = errors.New("stop")

type errClosed struct{}

func (errClosed) Error() string        { return "closed" }
func (errClosed) Is(target error) bool { return target == errStop }

func main() {
	errs, done := make(chan error), make(chan int)
	go func() {
		defer close(done)
		for err := range errs {
			if errors.Is(err, errStop) {
				return
			}
		}
	}()
	errs <- errClosed{}
	<-done
}
