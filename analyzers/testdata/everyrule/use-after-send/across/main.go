// Command film sends frames to an encoder.
package main

import "fmt"

type frame struct {
	seq    int
	pixels []byte
}

func encode(in <-chan *frame, done chan<- int) {
	sum := 0
	for f := range in {
		sum += f.seq + len(f.pixels)
	}
	done <- sum
}

func emit(out chan<- *frame, f *frame) {
	out <- f
}

func shoot(out chan<- *frame) {
	defer close(out)
	for i := range 100 {
		f := &frame{pixels: make([]byte, 16)}
		emit(out, f)
		f.seq = i // BUG
	}
}

func main() {
	frames := make(chan *frame)
	done := make(chan int)
	go encode(frames, done)
	shoot(frames)
	fmt.Println("sum:", <-done)
}
