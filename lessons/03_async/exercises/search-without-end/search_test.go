package search

import (
	"errors"
	"slices"
	"testing"
	"time"
)

var errDamaged = errors.New("the file is damaged")

func read(file string) ([]string, error) {
	time.Sleep(time.Second) // by the test's clock
	switch file {
	case "a.txt":
		return []string{"a red apple", "a green pear"}, nil
	case "b.txt":
		return []string{"a red car"}, nil
	}
	return nil, errDamaged
}

func TestLinesAreFound(t *testing.T) {
	bubble(t, func(t *testing.T) {
		found, err := Find(read, []string{"a.txt", "b.txt"}, "red")
		if err != nil || !slices.Equal(found, []string{"a red apple", "a red car"}) {
			t.Errorf("Find(red) = %q, %v", found, err)
		}
		if found, err := Find(read, nil, "red"); err != nil || len(found) != 0 {
			t.Errorf("in no files Find finds %q, %v", found, err)
		}
	})
}

// One file cannot be read.
func TestADamagedFileEndsTheSearch(t *testing.T) {
	for _, c := range []struct {
		files []string
		want  []string
	}{
		{[]string{"a.txt", "x.txt", "b.txt"}, []string{"a red apple"}},
		{[]string{"x.txt"}, nil},
	} {
		bubble(t, func(t *testing.T) {
			began := time.Now()
			found, err := Find(read, c.files, "red")
			if !errors.Is(err, errDamaged) {
				t.Errorf("Find in %q: error %v, want %v", c.files, err, errDamaged)
			}
			if !slices.Equal(found, c.want) {
				t.Errorf("Find in %q = %q, want %q", c.files, found, c.want)
			}
			if took := time.Since(began); took > 2*time.Second {
				t.Errorf("Find in %q took %v; it had nothing to wait for after the damaged file", c.files, took)
			}
		})
	}
}
