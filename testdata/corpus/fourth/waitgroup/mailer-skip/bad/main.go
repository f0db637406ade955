package main

import (
	"fmt"
	"log"
	"strings"
	"sync"
)

type user struct {
	name, mail string
}

func send(u user) { fmt.Println("mail to", u.name) }

func main() {
	log.SetFlags(0)
	users := []user{{"Ann", "ann@example.org"}, {"Bob", "bob"}, {"Cid", "cid@example.org"}}

	var wg sync.WaitGroup
	for _, u := range users {
		wg.Add(1) // BUG: wg-missing-done
		go func() {
			if !strings.Contains(u.mail, "@") {
				log.Println("no address:", u.name)
				return // BUG: wg-missing-done
			}
			send(u)
			wg.Done() // BUG: wg-missing-done
		}()
	}
	wg.Wait() // BUG: wg-missing-done
	fmt.Println("finished")
}
