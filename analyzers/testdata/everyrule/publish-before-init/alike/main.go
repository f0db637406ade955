// Command game lets a bot play against the user.
package main

import "fmt"

type bot struct {
	skill int
	moves chan int
	done  chan struct{}

	shown int // of the user's goroutine only
	name  string
}

func start(skill, rounds int) *bot {
	b := &bot{moves: make(chan int), done: make(chan struct{})}
	b.skill = skill
	go b.play(rounds)
	b.name = "HAL" // play does not know the name
	b.shown = 0
	return b
}

func (b *bot) play(rounds int) {
	defer close(b.done)
	defer close(b.moves)
	for i := range rounds {
		b.moves <- b.skill * i
	}
}

func main() {
	b := start(3, 5)
	for m := range b.moves {
		b.shown++
		fmt.Println(b.name, "plays", m)
	}
	<-b.done
	fmt.Println(b.shown, "moves")
}
