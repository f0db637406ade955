package main

import (
	"fmt"
	"os"
	"os/signal"
	"sort"
	"strings"
	"syscall"
	"time"
)

type index map[string][]int

func build(docs []string) index {
	ix := make(index)
	for id, text := range docs {
		for _, w := range strings.Fields(text) {
			ix[w] = append(ix[w], id)
		}
		time.Sleep(20 * time.Millisecond)
	}
	return ix
}

func (ix index) words() []string {
	out := make([]string, 0, len(ix))
	for w := range ix {
		out = append(out, w)
	}
	sort.Strings(out)
	return out
}

// operator plays the init system that stops the service shortly after start.
func operator() {
	time.Sleep(30 * time.Millisecond)
	syscall.Kill(os.Getpid(), syscall.SIGTERM)
}

func main() {
	stop := make(chan os.Signal)                       // BUG: signal-unbuffered
	signal.Notify(stop, syscall.SIGTERM, os.Interrupt) // BUG: signal-unbuffered
	go operator()

	ix := build([]string{"red boat", "blue boat", "red kite", "old red barn"})
	fmt.Println("serving", ix.words())

	sig := <-stop
	fmt.Println("got", sig, "- bye")
}
