package main

import (
	"cmp"
	"errors"
	"fmt"
	"time"
)

type answer struct {
	from string
	body string
	err  error
}

func ask(mirror string, delay time.Duration) answer {
	time.Sleep(delay)
	if delay == 0 {
		return answer{from: mirror, err: errors.New(mirror + ": refused")}
	}
	return answer{from: mirror, body: "v1.2.3"}
}

// fastest asks all mirrors and returns the first good answer.
func fastest(mirrors map[string]time.Duration) (answer, error) {
	if len(mirrors) == 0 {
		return answer{}, errors.New("no mirrors")
	}
	ch := make(chan answer, len(mirrors))
	for m, d := range mirrors {
		go func() { ch <- ask(m, d) }()
	}
	var firstErr error
	for range mirrors {
		a := <-ch
		if a.err == nil {
			return a, nil
		}
		firstErr = cmp.Or(firstErr, a.err)
	}
	return answer{}, firstErr
}

func main() {
	a, err := fastest(map[string]time.Duration{
		"north": 40 * time.Millisecond,
		"south": 5 * time.Millisecond,
		"east":  0,
	})
	fmt.Println(a.from, a.body, err)
}
