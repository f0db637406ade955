// Package prices asks shops what a thing costs.
package prices

// A Shop answers after a while.
type Shop interface {
	Price(thing string) (cents int)
}

// All asks all shops what a thing costs, at the same time, and returns their
// prices in the order of the shops.
func All(shops []Shop, thing string) []int {
	prices := make([]int, 0, len(shops))
	for _, shop := range shops {
		answer := make(chan int)
		go func() { answer <- shop.Price(thing) }()
		prices = append(prices, <-answer)
	}
	return prices
}
