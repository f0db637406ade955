package main

import (
	"bufio"
	"fmt"
	"os"
)

type entry struct {
	user, action string
}

func write(entries <-chan entry) {
	w := bufio.NewWriter(os.Stdout)
	n := 0
	for e := range entries {
		n++
		fmt.Fprintf(w, "%03d %s %s\n", n, e.user, e.action)
	}
	w.Flush()
}

func main() {
	entries := make(chan entry, 16)
	go write(entries) // BUG: main-exits-early

	for _, u := range []string{"ann", "bob", "cleo"} {
		entries <- entry{u, "login"}
		entries <- entry{u, "logout"}
	}
	close(entries)
} // BUG: main-exits-early
