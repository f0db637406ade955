package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

var errBusy = errors.New("busy")

type thumb struct {
	size    int
	loading bool
	err     error
}

type thumbs struct {
	mu     sync.Mutex
	all    map[string]*thumb
	render func(string) (int, error)
	runs   int
}

func (t *thumbs) get(name string) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	th, ok := t.all[name]
	if ok {
		if th.loading {
			return 0, errBusy
		}
		return th.size, th.err
	}
	th = &thumb{loading: true}
	t.all[name] = th
	t.runs++

	t.mu.Unlock()
	size, err := t.render(name)
	t.mu.Lock()

	th.size, th.err, th.loading = size, err, false
	if err != nil {
		delete(t.all, name)
	}
	return size, err
}

func main() {
	t := &thumbs{
		all: make(map[string]*thumb),
		render: func(name string) (int, error) {
			time.Sleep(time.Millisecond)
			if name == "" {
				return 0, errors.New("no name")
			}
			return len(name), nil
		},
	}
	var wg sync.WaitGroup
	for _, n := range []string{"cat", "dog", "", "cat", "horse"} {
		wg.Go(func() {
			for {
				if _, err := t.get(n); !errors.Is(err, errBusy) {
					return
				}
				time.Sleep(time.Millisecond)
			}
		})
	}
	wg.Wait()
	fmt.Println(len(t.all), t.runs)
}
