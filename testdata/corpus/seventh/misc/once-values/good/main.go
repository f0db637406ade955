// Command layout prints how many columns fit into windows.
package main

import "fmt"

func main() {
	for _, compact := range []bool{true, false} {
		w := New(800, compact)
		fmt.Println("columns:", w.Columns(8))
	}
}
