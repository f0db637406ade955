// Three postcards are sent. After the send a card belongs to whoever gets it.
package main

import "fmt"

type Card struct{ Text string }

func main() {
	post := make(chan *Card, 3)
	for _, text := range []string{"Dear Anna", "Dear Ben", "Dear Cleo"} {
		post <- &Card{Text: text}
	}
	close(post)
	for card := range post {
		fmt.Println(card.Text)
	}
}
