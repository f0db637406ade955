package disk

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
)

// A large disk: a thousand folders with two files each, one of them empty. It
// counts how often it is read.
type large struct{ read int }

func (l *large) List(folder string) []string {
	l.read++
	if folder != "/" {
		return []string{"a.txt", "b.txt"}
	}
	var names []string
	for i := range 1000 {
		names = append(names, fmt.Sprintf("%03d/", i))
	}
	return append(names, "readme.txt")
}

func ends(with string) func(string) bool {
	return func(path string) bool { return strings.HasSuffix(path, with) }
}

func TestFilesAreFound(t *testing.T) {
	bubble(t, func(t *testing.T) {
		for _, c := range []struct {
			suffix, want string
			ok           bool
		}{
			{"999/b.txt", "/999/b.txt", true},
			{"nowhere.txt", "", false},
		} {
			if got, ok := Find(&large{}, "/", ends(c.suffix)); got != c.want || ok != c.ok {
				t.Errorf("Find(%s) = %q, %v; want %q, %v", c.suffix, got, ok, c.want, c.ok)
			}
		}
	})
}

// The file is found at once. Then nobody needs the rest of the disk.
func TestTheDiskRests(t *testing.T) {
	bubble(t, func(t *testing.T) {
		disk := &large{}
		if got, ok := Find(disk, "/", ends("readme.txt")); got != "/readme.txt" || !ok {
			t.Errorf("Find(readme.txt) = %q, %v", got, ok)
		}
		synctest.Wait() // until nobody moves
		if disk.read > 2 {
			t.Errorf("the file lay in the first of 1001 folders, and the disk was read %d times", disk.read)
		}
	})
}

// A small disk, where the file is found at once.
type small struct{}

func (small) List(folder string) []string {
	if folder == "/" {
		return []string{"x", "y", "z"}
	}
	return nil
}

func TestASmallDisk(t *testing.T) {
	got, ok := Find(small{}, "/", func(path string) bool { return path == "/x" })
	if got != "/x" || !ok {
		t.Errorf("Find(/x) = %q, %v", got, ok)
	}
}
