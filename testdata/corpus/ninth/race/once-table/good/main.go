package main

import (
	"fmt"
	"strings"
	"sync"
)

var morse = sync.OnceValue(func() map[rune]string {
	t := make(map[rune]string)
	for _, f := range strings.Fields("a.- e. i.. m-- n-. o--- s... t-") {
		t[rune(f[0])] = f[1:]
	}
	return t
})

type encoder struct {
	once  sync.Once
	cache map[rune]string
	err   error
}

func (e *encoder) init() {
	e.once.Do(func() {
		e.cache = make(map[rune]string)
		for r, code := range morse() {
			e.cache[r] = code + " "
		}
		if len(e.cache) == 0 {
			e.err = fmt.Errorf("empty table")
		}
	})
}

func (e *encoder) encode(text string) (string, error) {
	e.init()
	if e.err != nil {
		return "", e.err
	}
	var sb strings.Builder
	for _, r := range text {
		code, ok := e.cache[r]
		if !ok {
			return "", fmt.Errorf("no code for %q", r)
		}
		sb.WriteString(code)
	}
	return sb.String(), nil
}

func main() {
	var e encoder
	words := []string{"sos", "monast", "tee", "xray"}
	out := make([]string, len(words))
	var wg sync.WaitGroup
	for i, w := range words {
		wg.Go(func() {
			code, err := e.encode(w)
			if err != nil {
				code = err.Error()
			}
			out[i] = code
		})
	}
	wg.Wait()
	for i, w := range words {
		fmt.Println(w, out[i])
	}
}
