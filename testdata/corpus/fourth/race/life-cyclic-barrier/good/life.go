package main

type board struct {
	w, h  int
	cells []uint8
}

func newBoard(w, h int) *board { return &board{w, h, make([]uint8, w*h)} }

func (b *board) at(x, y int) uint8 {
	return b.cells[(y+b.h)%b.h*b.w+(x+b.w)%b.w]
}

func (b *board) count() (n int) {
	for _, c := range b.cells {
		n += int(c)
	}
	return n
}

// row computes one row of b from the board before.
func (b *board) row(y int, before *board) {
	for x := range b.w {
		n := -before.at(x, y)
		for dy := -1; dy <= 1; dy++ {
			for dx := -1; dx <= 1; dx++ {
				n += before.at(x+dx, y+dy)
			}
		}
		alive := uint8(0)
		if n == 3 || n == 2 && before.at(x, y) == 1 {
			alive = 1
		}
		b.cells[y*b.w+x] = alive
	}
}
