package table_test

import (
	"fmt"
	"sync"
	"testing"

	table "twelfth/misc/lockguard/good"
)

type account struct {
	visits int
	last   string
}

func visit(t *table.Table[account], name, page string) int {
	row, end := t.Edit(name)
	defer end()
	row.visits++
	row.last = page
	return row.visits
}

func TestConcurrentEdits(t *testing.T) {
	var tab table.Table[account]
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 100 {
				visit(&tab, fmt.Sprint("user", i%5), fmt.Sprint("/", g))
				if row, end := tab.View("user0"); row != nil {
					_ = row.last
					end()
				}
				if row, end, ok := tab.TryEdit("user1"); ok {
					row.last = ""
					end()
				}
			}
		})
	}
	wg.Wait()
	sum := 0
	for name, acc := range tab.All() {
		sum += acc.visits
		if _, ok := tab.Delete(name); !ok {
			t.Error("cannot delete", name)
		}
	}
	if sum != 400 {
		t.Errorf("%d visits", sum)
	}
	if row, end := tab.View("user0"); row != nil {
		end()
		t.Error("still there")
	}
}
