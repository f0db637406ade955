// Three postcards are sent. There is one card, written three times.
package main

import "fmt"

type Card struct{ Text string }

func main() {
	post := make(chan *Card, 3)
	card := new(Card)
	for _, text := range []string{"Dear Anna", "Dear Ben", "Dear Cleo"} {
		card.Text = text
		post <- card
	}
	close(post)
	for card := range post {
		fmt.Println(card.Text)
	}
}
