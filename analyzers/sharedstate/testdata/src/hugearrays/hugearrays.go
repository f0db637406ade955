// Package hugearrays has a variable with a billion parts, which fits into no memory.
package hugearrays

var grid [32][32][32][32][32][32]int

type board struct{ cells [64]struct{ row [64][64]int } }

func Grid() {
	done := make(chan bool)
	go func() {
		grid[0][1][0][1][0][1] = 1 // want `data race: the goroutine of hugearrays.go:\d+ writes grid.* \(unlocked-global\)`
		done <- true
	}()
	grid[0][1][0][1][0][1]++
	<-done
}

func Board() {
	var b board
	done := make(chan bool)
	go func() {
		b.cells[0].row[1][2] = 1
		done <- true
	}()
	<-done
	b.cells[0].row[1][2]++
}
