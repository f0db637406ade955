package archiver

import "testing"

func TestWrite(t *testing.T) {
	a := New(map[string]int{"mon": 10, "tue": 4})
	plan := []Chunk{
		{"mon", []byte("abcd")},
		{"tue", []byte("ef")},
		{"mon", []byte("ghij")},
	}
	if err := a.Write(plan); err != nil { // BUG: defer-in-loop-unlock
		t.Fatal(err)
	}
	if n := a.Blocks("mon"); n != 2 {
		t.Errorf("mon holds %d blocks", n)
	}
	if err := a.Write([]Chunk{{"tue", []byte("klm")}}); err == nil {
		t.Error("tue should be full")
	}
}
