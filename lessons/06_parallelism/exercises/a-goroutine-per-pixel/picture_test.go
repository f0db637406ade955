package picture

import (
	"sync/atomic"
	"testing"
)

func rows(height, width int) []Row {
	var all []Row
	for y := range height {
		row := make(Row, width)
		for x := range row {
			row[x] = uint8((x + y) % 256)
		}
		all = append(all, row)
	}
	return all
}

func TestEveryPixelIsBrighter(t *testing.T) {
	for _, size := range []struct{ height, width int }{{0, 0}, {1, 1}, {3, 5}, {1, 1000}, {64, 64}, {7, 300}} {
		got := rows(size.height, size.width)
		Brighten(Go, got, 40)
		for y, row := range rows(size.height, size.width) {
			for x, before := range row {
				if want := uint8(min(int(before)+40, 255)); got[y][x] != want {
					t.Fatalf("%d x %d: pixel %d, %d was %d and is %d, want %d", size.width, size.height, x, y, before, got[y][x], want)
				}
			}
		}
	}
}

// Starting a goroutine costs as much as brightening hundreds of pixels.
func TestNoMoreStartsThanItTakes(t *testing.T) {
	var starts atomic.Int64
	counting := func(work func()) {
		starts.Add(1)
		go work()
	}
	Brighten(counting, rows(200, 500), 40)
	if n := starts.Load(); n > 200 {
		t.Errorf("a picture of 200 rows and 100000 pixels started %d goroutines.\n"+
			"Each of them costs more than the pixel that it brightens: give each of them a larger piece.", n)
	}
}

// A tall picture has enough work for several cores at the same time.
func TestTheWorkIsShared(t *testing.T) {
	var starts atomic.Int64
	Brighten(func(work func()) {
		starts.Add(1)
		go work()
	}, rows(200, 500), 40)
	if n := starts.Load(); n < 2 {
		t.Errorf("%d goroutine brightens the whole picture, and the other cores look on", n)
	}
}

// go test -bench . -cpu 1,2,4 shows what a start costs.
func BenchmarkBrighten(b *testing.B) {
	picture := rows(200, 500)
	for b.Loop() {
		Brighten(Go, picture, 1)
	}
}
