package rank

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// golden reads an expected rank; without the files the test is skipped.
func golden(t *testing.T, player string) (n int) {
	t.Helper()
	dir := os.Getenv("RANK_GOLDEN")
	if dir == "" {
		t.Skip("RANK_GOLDEN is not set")
	}
	b, err := os.ReadFile(filepath.Join(dir, player))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fmt.Sscan(string(b), &n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestGolden(t *testing.T) {
	points := map[string]int{"ann": 70, "ben": 90, "cho": 70}
	got := Of(points)
	diffs := make(chan string, len(points))
	for p := range points {
		want := golden(t, p)
		go func() {
			if got[p] != want {
				diffs <- fmt.Sprintf("%s: got %d, want %d", p, got[p], want)
				return
			}
			diffs <- ""
		}()
	}
	for range points {
		if d := <-diffs; d != "" {
			t.Error(d)
		}
	}
}

func TestShared(t *testing.T) {
	got := Of(map[string]int{"Ann": 5, "Ben": 5, "Cho": 9})
	if got["ann"] != 2 || got["ben"] != 2 || got["cho"] != 1 {
		t.Error(got)
	}
}
