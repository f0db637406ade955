package main

func main() {
	m := newMarket("ann", "bob", "cid", "dee")
	for range 3 {
		for range 5 {
			m.day()
		}
		m.report()
	}
	m.close()
}
