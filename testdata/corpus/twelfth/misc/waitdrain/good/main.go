package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// Exercise 7.3: check several texts at the same time. Every text is checked
// by every rule that applies to it; the findings are printed at the end,
// ordered by text and rule.

type text struct {
	name string
	body string
}

type finding struct {
	text string
	rule string
	note string
}

type rule struct {
	name  string
	check func(body string) string
}

var rules = []rule{
	{"length", func(b string) string {
		if n := len(strings.Fields(b)); n > 8 {
			return fmt.Sprintf("%d words", n)
		}
		return ""
	}},
	{"capital", func(b string) string {
		for _, r := range b {
			if unicode.IsUpper(r) {
				return ""
			}
			return "starts in lower case"
		}
		return "empty"
	}},
	{"repeat", func(b string) string {
		words := strings.Fields(strings.ToLower(b))
		for i := 1; i < len(words); i++ {
			if words[i] == words[i-1] {
				return "says " + words[i] + " twice"
			}
		}
		return ""
	}},
}

func checkAll(texts []text) ([]finding, []string) {
	found := make(chan finding, len(texts)*len(rules))
	skipped := make(chan string, len(texts))
	var wg sync.WaitGroup
	wg.Add(len(texts))
	for _, t := range texts {
		go func() {
			defer wg.Done()
			if strings.HasPrefix(t.body, "#") {
				skipped <- t.name
				return
			}
			for _, r := range rules {
				note := r.check(t.body)
				if note == "" {
					continue
				}
				found <- finding{t.name, r.name, note}
			}
		}()
	}
	wg.Wait()
	close(found)

	var all []finding
	for f := range found {
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.rule, b.rule))
	})

	var names []string
	for len(skipped) > 0 {
		names = append(names, <-skipped)
	}
	slices.Sort(names)
	return all, names
}

func main() {
	texts := []text{
		{"a", "The the cat sat."},
		{"b", "# heading"},
		{"c", "no capital here but a lot of words to read read"},
		{"d", ""},
		{"e", "Fine."},
	}
	for i, arg := range os.Args[1:] {
		texts = append(texts, text{fmt.Sprintf("arg%d", i+1), arg})
	}
	found, skipped := checkAll(texts)
	for _, f := range found {
		fmt.Printf("%s: %s: %s\n", f.text, f.rule, f.note)
	}
	fmt.Println("skipped:", skipped)
}
