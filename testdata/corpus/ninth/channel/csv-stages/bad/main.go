package main

import (
	"fmt"
	"strconv"
	"strings"
)

type sale struct {
	shop   string
	amount int
}

func lines(text string) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for _, l := range strings.Split(text, "\n") {
			out <- strings.TrimSpace(l)
		}
	}()
	return out
}

// stage applies fn to everything that comes in; fn can drop a value.
func stage[In, Out any](in <-chan In, fn func(In) (Out, bool)) <-chan Out {
	out := make(chan Out) // BUG: range-never-closed
	go func() {
		for v := range in { // BUG: range-never-closed
			if w, ok := fn(v); ok {
				out <- w
			}
		}
	}()
	return out
}

func parse(l string) (sale, bool) {
	shop, num, ok := strings.Cut(l, ",")
	if !ok {
		return sale{}, false
	}
	n, err := strconv.Atoi(num)
	if err != nil {
		return sale{}, false
	}
	return sale{shop, n}, true
}

func main() {
	const text = `harbour,12
	market,7
	# closed on sundays
	harbour,30
	station,none
	market,1`

	sales := stage(lines(text), parse)
	big := stage(sales, func(s sale) (sale, bool) { return s, s.amount > 5 })

	total := map[string]int{}
	for s := range big { // BUG: range-never-closed
		total[s.shop] += s.amount
	}
	fmt.Println(total)
}
