package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type ball struct {
	number int
	colour string
}

func (b ball) valid() error {
	if b.number < 1 || b.number > 49 {
		return fmt.Errorf("ball %d is not in the game", b.number)
	}
	if b.colour == "" {
		return errors.New("ball without colour")
	}
	return nil
}

type drum struct {
	balls []ball
	out   chan ball // BUG: recv-no-sender
}

func load(spec string) *drum {
	d := &drum{out: make(chan ball)} // BUG: recv-no-sender
	for f := range strings.SplitSeq(spec, ",") {
		var b ball
		if _, err := fmt.Sscanf(f, "%d%s", &b.number, &b.colour); err != nil {
			b.colour = ""
		}
		d.balls = append(d.balls, b)
	}
	return d
}

// roll releases one ball.
func (d *drum) roll(b ball) {
	if err := b.valid(); err != nil {
		fmt.Println("rejected:", err)
		return // BUG: recv-no-sender
	}
	d.out <- b
}

func (d *drum) draw() []ball {
	for _, b := range d.balls {
		go d.roll(b) // BUG: recv-no-sender
	}
	var got []ball
	for range d.balls { // BUG: recv-no-sender
		got = append(got, <-d.out) // BUG: recv-no-sender
	}
	sort.Slice(got, func(i, j int) bool { return got[i].number < got[j].number })
	return got
}

func main() {
	d := load("12red,7blue,33green,88red,41white")
	for _, b := range d.draw() {
		fmt.Println(b.number, b.colour)
	}
}
