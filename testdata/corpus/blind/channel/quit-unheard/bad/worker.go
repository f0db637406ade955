package worker

import "errors"

// Worker runs functions one after the other.
type Worker struct {
	jobs   chan func() error
	quit   chan struct{} // BUG: send-no-receiver
	failed chan error
}

func Start() *Worker {
	w := &Worker{
		jobs:   make(chan func() error),
		quit:   make(chan struct{}), // BUG: send-no-receiver
		failed: make(chan error, 1),
	}
	go w.run()
	return w
}

func (w *Worker) run() {
	for {
		select {
		case <-w.quit:
			return
		case f := <-w.jobs:
			if err := f(); err != nil {
				w.failed <- err
				return // BUG: send-no-receiver
			}
		}
	}
}

var ErrFailed = errors.New("worker has failed")

// Do runs f.
func (w *Worker) Do(f func() error) error {
	select {
	case err := <-w.failed:
		w.failed <- err
		return errors.Join(ErrFailed, err)
	case w.jobs <- f:
		return nil
	}
}

// Stop ends the worker.
func (w *Worker) Stop() {
	w.quit <- struct{}{} // BUG: send-no-receiver
}
