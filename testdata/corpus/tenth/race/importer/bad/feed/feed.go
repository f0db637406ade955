// Package feed reads product feeds of suppliers.
package feed

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Product is one line of a feed.
type Product struct {
	Supplier string
	SKU      string
	Cents    int
}

// Each calls fn for each line; bad lines go to bad.
func Each(supplier string, r io.Reader, fn func(Product) error, bad func(line string, err error)) error {
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		sku, price, ok := strings.Cut(sc.Text(), ";")
		if !ok {
			bad(sc.Text(), fmt.Errorf("%s: no price", supplier))
			continue
		}
		c, err := strconv.Atoi(price)
		if err != nil {
			bad(sc.Text(), fmt.Errorf("%s: %w", supplier, err))
			continue
		}
		if err := fn(Product{supplier, sku, c}); err != nil {
			return err
		}
	}
	return sc.Err()
}
