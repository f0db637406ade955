// Package donetwice calls Done in a helper, and once more by defer.
package donetwice

import (
	"errors"
	"sync"
	"testing"
)

type job struct {
	wg  sync.WaitGroup
	err error
}

func (j *job) fail(err error) {
	j.err = err
	j.wg.Done()
}

func (j *job) run(n int) {
	defer j.wg.Done() // want `^panic: .* calls Done more often than Add has counted.*\(negative-counter\)`
	if n < 0 {
		j.fail(errors.New("negative"))
	}
}

func TestFailure(t *testing.T) {
	j := &job{}
	j.wg.Add(1)
	go j.run(-1)
	j.wg.Wait()
}
