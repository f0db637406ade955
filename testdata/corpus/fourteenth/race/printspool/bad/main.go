package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type job struct {
	owner  string
	sheets int
}

type counters struct {
	pages int64
	jobs  int64
}

type printer struct {
	name string
	tot  *counters
}

func (p printer) run(queue <-chan job) {
	for j := range queue {
		atomic.AddInt64(&p.tot.pages, int64(j.sheets)) // BUG: atomic-mixed
		atomic.AddInt64(&p.tot.jobs, 1)
	}
}

type watcher struct {
	tot   *counters
	limit int64
	alert chan string
}

func (w *watcher) watch(stop <-chan struct{}) {
	defer close(w.alert)
	tick := time.NewTicker(200 * time.Microsecond)
	defer tick.Stop()
	for {
		select {
		case <-stop:
			return
		case <-tick.C:
			if w.tot.pages > w.limit { // BUG: atomic-mixed
				w.alert <- fmt.Sprintf("toner low after %d jobs", atomic.LoadInt64(&w.tot.jobs))
				return
			}
		}
	}
}

func main() {
	tot := &counters{}
	w := &watcher{tot: tot, limit: 500, alert: make(chan string, 1)}
	stop := make(chan struct{})
	go w.watch(stop)

	queue := make(chan job)
	var wg sync.WaitGroup
	for _, name := range []string{"hall", "cellar"} {
		p := printer{name: name, tot: tot}
		wg.Go(func() { p.run(queue) })
	}
	for i := range 200 {
		queue <- job{owner: "desk", sheets: 1 + i%9}
		if i%20 == 0 {
			time.Sleep(300 * time.Microsecond)
		}
	}
	close(queue)
	wg.Wait()
	close(stop)
	for msg := range w.alert {
		fmt.Println(msg)
	}
	fmt.Println(atomic.LoadInt64(&tot.pages), "pages")
}
