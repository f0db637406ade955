// Package lazyq runs functions one after the other in the background. The
// goroutine for that exists only while there is something to do.
package lazyq

import "sync"

// Queue is ready to use as zero value and safe for concurrent use.
type Queue struct {
	mu      sync.Mutex
	tasks   []func()
	running bool
	idle    chan struct{} // closed when the goroutine ends; nil if none ever ran
}

// Do adds a task.
func (q *Queue) Do(f func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.tasks = append(q.tasks, f)
	if q.running {
		return
	}
	q.running = true
	q.idle = make(chan struct{})
	go q.work(q.idle)
}

func (q *Queue) work(idle chan<- struct{}) {
	defer close(idle)
	for {
		f, ok := q.next()
		if !ok {
			return
		}
		f()
	}
}

// next returns false if there is nothing to do, and then the goroutine counts
// as ended.
func (q *Queue) next() (f func(), ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.tasks) == 0 {
		q.running = false
		return nil, false
	}
	f = q.tasks[0]
	q.tasks = q.tasks[1:]
	return f, true
}

// Wait returns when the tasks added before it are done. Tasks must not call it.
func (q *Queue) Wait() {
	q.mu.Lock()
	idle := q.idle
	q.mu.Unlock()
	if idle != nil {
		<-idle
	}
}
