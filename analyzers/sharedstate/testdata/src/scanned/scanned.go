// Command scanned reads values into variables that its goroutines use.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"sync"
)

type config struct{ Workers int }

func main() {
	var wg sync.WaitGroup
	var name string
	var size int
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		if _, err := fmt.Sscan(lines.Text(), &name, &size); err != nil { // want `data race: main writes (name|size), which the goroutine of scanned.go:\d+ reads at the same time \(captured-variable\)`
			continue
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Println(name, size)
		}()
	}
	wg.Wait()

	var c config
	wg.Add(1)
	go func() {
		defer wg.Done()
		fmt.Println(c.Workers)
	}()
	if err := json.Unmarshal([]byte(lines.Text()), &c); err != nil { // want `data race: main writes c(.Workers)?, which the goroutine of scanned.go:\d+ reads at the same time \(captured-variable\)`
		fmt.Println(err)
	}
	wg.Wait()
	inTurn(lines.Text())
}

// inTurn gives each goroutine variables of its own.
func inTurn(text string) {
	var wg sync.WaitGroup
	for range 3 {
		var name string
		var size int
		if _, err := fmt.Sscan(text, &name, &size); err != nil {
			break
		}
		wg.Go(func() { fmt.Println(name, size) })
	}
	wg.Wait()
}
