package main

import (
	"errors"
	"fmt"
	"strings"
	"sync"
)

const source = "de=Berlin fr=Paris it=Rome"

var capitals = sync.OnceValues(func() (map[string]string, error) {
	m := make(map[string]string)
	for _, f := range strings.Fields(source) {
		k, v, ok := strings.Cut(f, "=")
		if !ok {
			return nil, errors.New("bad field " + f)
		}
		m[k] = v
	}
	return m, nil
})

type names struct {
	once sync.Once
	m    map[string]string
}

func (n *names) get(k string) string {
	n.once.Do(func() {
		n.m = map[string]string{"de": "Germany", "fr": "France"}
	})
	return n.m[k]
}

func main() {
	var n names
	var wg sync.WaitGroup
	for _, c := range []string{"de", "fr", "it"} {
		wg.Go(func() {
			m, err := capitals()
			if err != nil {
				fmt.Println(err)
				return
			}
			fmt.Println(c, m[c], n.get(c))
		})
	}
	wg.Wait()
}
