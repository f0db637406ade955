package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

type visitor func(word string)

func scan(text string, visit visitor) {
	for w := range strings.FieldsSeq(text) {
		w = strings.ToLower(strings.Trim(w, ".,;!?"))
		if w != "" {
			visit(w)
		}
	}
}

func tally(chapters []string) map[string]int {
	counts := make(map[string]int)
	var mu sync.Mutex
	count := func(word string) {
		mu.Lock()
		defer mu.Unlock()
		counts[word]++
	}
	var wg sync.WaitGroup
	for _, c := range chapters {
		wg.Go(func() { scan(c, count) })
	}
	wg.Wait()
	return counts
}

func top(counts map[string]int, n int) []string {
	words := make([]string, 0, len(counts))
	for w := range counts {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	return words[:min(n, len(words))]
}

func main() {
	verses := []string{
		"The tide is out, the boats are dry.",
		"Boats of tar; boats of oak!",
		"Out beyond the bar the tide turns.",
	}
	var book []string
	for i := range 9 {
		book = append(book, strings.Repeat(verses[i%3]+" ", 50))
	}
	counts := tally(book)
	for _, w := range top(counts, 4) {
		fmt.Println(w, counts[w])
	}
}
