// Package main waters a lawn and shuts the tap at the end.
package main

import (
	"context"
	"fmt"
)

type tap struct {
	litres int
	open   bool
}

func shutAfter(ctx context.Context, t *tap) {
	<-ctx.Done() // BUG
	t.open = false
}

func sprinkle(t *tap, beds int) {
	for range beds {
		t.litres += 8
	}
}

func water(beds int) int {
	ctx := context.Background()
	t := &tap{open: true}
	sprinkle(t, beds)
	shutAfter(ctx, t)
	return t.litres
}

func main() {
	fmt.Println(water(5), "litres")
}
