package lru

import "testing"

func TestEviction(t *testing.T) {
	var gone []string
	c := New(2, func(k string, _ int) { gone = append(gone, k) })
	c.Put("a", 1)
	c.Put("b", 2)
	c.Get("a")
	c.Put("c", 3)
	if len(gone) != 1 || gone[0] != "b" {
		t.Fatalf("evicted %v", gone)
	}
	if c.Len() != 2 {
		t.Fatalf("len %d", c.Len())
	}
}

func TestTieredLookup(t *testing.T) {
	c := NewTiered(8, 64)
	c.Put("logo", []byte{1, 2})
	if v, ok := c.Get("logo"); !ok || len(v) != 2 {
		t.Fatal("logo is missing")
	}
	if _, ok := c.Get("icon"); ok || c.Peak() != 0 {
		t.Fatal("unexpected entry")
	}
}
