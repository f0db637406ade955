// Package picture makes pictures brighter, on all cores.
package picture

import "sync"

// A Row is a line of a picture: one number from 0 to 255 for each pixel.
type Row []uint8

// A Start starts work on another core, and is told when it begins. The program
// passes run; the tests count.
type Start func(work func())

// Brighten adds to every pixel, up to 255. It starts the work with start, and
// returns when all of it is done.
func Brighten(start Start, rows []Row, by uint8) {
	var work sync.WaitGroup
	for _, row := range rows {
		for x := range row {
			work.Add(1)
			start(func() {
				defer work.Done()
				row[x] = uint8(min(int(row[x])+int(by), 255))
			})
		}
	}
	work.Wait()
}

// Go starts work in a goroutine.
func Go(work func()) { go work() }
