// Package prices asks shops what a thing costs.
package prices

// A Shop answers after a while.
type Shop interface {
	Price(thing string) (cents int)
}

// All asks all shops what a thing costs, at the same time, and returns their
// prices in the order of the shops.
func All(shops []Shop, thing string) []int {
	answers := make([]chan int, len(shops))
	for i, shop := range shops {
		answers[i] = make(chan int, 1) // a future: room for the one answer
		go func() { answers[i] <- shop.Price(thing) }()
	}
	// All have been asked. Now wait for each of them.
	prices := make([]int, len(shops))
	for i, answer := range answers {
		prices[i] = <-answer
	}
	return prices
}
