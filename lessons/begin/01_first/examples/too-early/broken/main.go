// Too early: main does not wait for what it has started.
package main

import "fmt"

func main() {
	for _, name := range []string{"Anna", "Ben"} {
		go fmt.Println("hello", name)
	}
}
