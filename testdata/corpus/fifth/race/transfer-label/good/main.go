package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	m := newManager()
	files := map[string]string{
		"/var/log/tide.txt":    strings.Repeat("high low ", 40),
		"/home/ann/novel.md":   strings.Repeat("once upon ", 30),
		"/home/ann/empty.conf": "",
	}
	for name, data := range files {
		if _, err := m.send(name, data, 64); err != nil {
			fmt.Fprintln(os.Stderr, name, err)
		}
	}
	fmt.Println(m.wait(), "bytes")
	fmt.Println(strings.Count(m.out.String(), "\n"), "parts")
}
