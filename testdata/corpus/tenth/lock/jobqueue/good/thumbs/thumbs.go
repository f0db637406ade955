// Package thumbs makes thumbnails.
package thumbs

import (
	"fmt"
	"sync/atomic"
	"time"
)

// Job makes the thumbnail of one picture.
type Job struct {
	name  string
	flaky int32
	tries atomic.Int32
}

// NewJob makes a job that fails as often as flaky says.
func NewJob(name string, flaky int) *Job {
	return &Job{name: name, flaky: int32(flaky)}
}

// ID is the picture's name.
func (j *Job) ID() string { return j.name }

// Do makes the thumbnail.
func (j *Job) Do() error {
	time.Sleep(time.Millisecond)
	if n := j.tries.Add(1); n <= j.flaky {
		return fmt.Errorf("%s: decoder busy (try %d)", j.name, n)
	}
	return nil
}
