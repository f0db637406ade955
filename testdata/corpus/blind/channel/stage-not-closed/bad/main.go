package main

import (
	"fmt"
	"strings"
)

type stage func(in <-chan string) <-chan string

func source(lines ...string) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for _, l := range lines {
			out <- l
		}
	}()
	return out
}

func trim(in <-chan string) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for l := range in {
			out <- strings.TrimSpace(l)
		}
	}()
	return out
}

func nonEmpty(in <-chan string) <-chan string {
	out := make(chan string) // BUG: range-never-closed
	go func() {
		for l := range in {
			if l != "" {
				out <- l
			}
		}
	}()
	return out
}

func upper(in <-chan string) <-chan string {
	out := make(chan string) // BUG: range-never-closed
	go func() {
		defer close(out)
		for l := range in { // BUG: range-never-closed
			out <- strings.ToUpper(l)
		}
	}()
	return out
}

func chain(in <-chan string, stages ...stage) <-chan string {
	for _, s := range stages {
		in = s(in)
	}
	return in
}

func main() {
	out := chain(source("  tea ", "", "milk", "   "), trim, nonEmpty, upper)
	for l := range out { // BUG: range-never-closed
		fmt.Println(l)
	}
}
