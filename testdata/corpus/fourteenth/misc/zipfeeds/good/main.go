package main

import "fmt"

type headline struct {
	paper string
	rank  int
}

func paper(name string, ranks ...int) <-chan headline {
	out := make(chan headline)
	go func() {
		defer close(out)
		for _, r := range ranks {
			out <- headline{name, r}
		}
	}()
	return out
}

func merge(a, b <-chan headline) <-chan headline {
	out := make(chan headline)
	go func() {
		defer close(out)
		var pending headline
		var sink chan<- headline
		for a != nil || b != nil || sink != nil {
			left, right := a, b
			if sink != nil {
				left, right = nil, nil
			}
			var ok bool
			select {
			case pending, ok = <-left:
				if !ok {
					a = nil
					continue
				}
				sink = out
			case pending, ok = <-right:
				if !ok {
					b = nil
					continue
				}
				sink = out
			case sink <- pending:
				sink = nil
			}
		}
	}()
	return out
}

func main() {
	front := merge(paper("Herald", 4, 8, 15), paper("Courier", 16, 23, 42, 7))
	sum := 0
	perPaper := map[string]int{}
	for h := range front {
		sum += h.rank
		perPaper[h.paper]++
	}
	fmt.Println(sum, perPaper["Herald"], perPaper["Courier"])
}
