package main

import (
	"errors"
	"fmt"
	"sync"
)

type op int

const (
	opGet op = iota
	opPut
	opLen
)

type req struct {
	op    op
	key   string
	val   int
	reply chan resp
}

type resp struct {
	val int
	err error
}

var errMissing = errors.New("missing")

type client struct{ reqs chan<- req }

func (c client) do(r req) resp {
	r.reply = make(chan resp)
	c.reqs <- r
	return <-r.reply
}

func (c client) get(k string) (int, error) {
	r := c.do(req{op: opGet, key: k})
	return r.val, r.err
}

func (c client) put(k string, v int) { c.do(req{op: opPut, key: k, val: v}) }

func serve(reqs <-chan req, done chan<- struct{}) {
	defer close(done)
	data := make(map[string]int)
	for r := range reqs {
		var out resp
		switch r.op {
		case opGet:
			v, ok := data[r.key]
			if !ok {
				out.err = errMissing
			}
			out.val = v
		case opPut:
			data[r.key] = r.val
		case opLen:
			out.val = len(data)
		}
		r.reply <- out
	}
}

func main() {
	reqs, done := make(chan req), make(chan struct{})
	go serve(reqs, done)
	c := client{reqs}
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() {
			k := fmt.Sprint("k", i)
			c.put(k, i)
			if v, err := c.get(k); v != i || err != nil {
				fmt.Println("lost", k)
			}
		})
	}
	wg.Wait()
	_, err := c.get("zz")
	fmt.Println(c.do(req{op: opLen}).val, err)
	close(reqs)
	<-done
}
