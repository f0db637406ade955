package main

import (
	"fmt"
	"strings"
	"sync"
)

const catalogue = `da|1|Moselig
da|2|Rav
en|1|Bog body
de|2|Bernstein`

type texts struct {
	once sync.Once
	byNo map[string]map[string]string // language, number
	errs int
}

func (t *texts) load() {
	t.byNo = make(map[string]map[string]string)
	for l := range strings.SplitSeq(catalogue, "\n") {
		f := strings.Split(l, "|")
		if len(f) != 3 {
			t.errs++
			continue
		}
		if t.byNo[f[0]] == nil {
			t.byNo[f[0]] = make(map[string]string)
		}
		t.byNo[f[0]][f[1]] = f[2]
	}
	t.fillGaps("en", "da")
}

// fillGaps copies titles that are missing in a language.
func (t *texts) fillGaps(lang, from string) {
	for no := range t.byNo[from] {
		if _, ok := t.byNo[lang][no]; !ok {
			t.byNo[lang][no] = t.title(from, no) + "*" // BUG: once-deadlock
		}
	}
}

func (t *texts) title(lang, no string) string {
	t.once.Do(t.load) // BUG: once-deadlock
	if s, ok := t.byNo[lang][no]; ok {
		return s
	}
	return "-"
}

func main() {
	var t texts
	var wg sync.WaitGroup
	for _, lang := range []string{"da", "en", "de"} {
		wg.Go(func() {
			if t.title(lang, "2") == "-" {
				panic(lang)
			}
		})
	}
	wg.Wait()
	fmt.Println(t.title("en", "2"))
}
