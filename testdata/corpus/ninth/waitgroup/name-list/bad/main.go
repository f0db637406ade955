package main

import (
	"bufio"
	"fmt"
	"strings"
	"sync"
	"time"
)

const guests = `
Ada Lovelace

# not sure about him
Charles Babbage
Mary Somerville
`

type invitation struct {
	name string
	sent time.Duration
}

func send(name string) invitation {
	start := time.Now()
	time.Sleep(time.Duration(len(name)) * 50 * time.Microsecond)
	return invitation{name, time.Since(start)}
}

func readLines(text string) []string {
	var list []string
	sc := bufio.NewScanner(strings.NewReader(text))
	for sc.Scan() {
		list = append(list, strings.TrimSpace(sc.Text()))
	}
	return list
}

func main() {
	names := readLines(guests)
	sent := make(chan invitation, len(names))

	var wg sync.WaitGroup
	wg.Add(len(names)) // BUG: wg-missing-done
	for _, name := range names {
		if name == "" || strings.HasPrefix(name, "#") {
			continue // BUG: wg-missing-done
		}
		go func() {
			defer wg.Done()
			sent <- send(name)
		}()
	}
	wg.Wait() // BUG: wg-missing-done
	close(sent)

	n := 0
	for inv := range sent {
		if inv.sent > 0 {
			n++
		}
	}
	fmt.Println(n, "invitations are out")
}
