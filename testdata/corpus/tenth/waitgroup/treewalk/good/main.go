package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"tenth/waitgroup/treewalk/good/walk"
)

// madeUp is a tree of a given depth.
type madeUp struct {
	depth  int
	locked string
}

func (m madeUp) List(path string) ([]walk.Entry, error) {
	time.Sleep(200 * time.Microsecond)
	if path == m.locked {
		return nil, fmt.Errorf("list %s: permission denied", path)
	}
	es := []walk.Entry{{Name: "readme", Size: 100}, {Name: "data", Size: int64(len(path))}}
	if strings.Count(path, "/") < m.depth {
		for _, d := range []string{"a", "b", "c"} {
			es = append(es, walk.Entry{Name: d, Dir: true})
		}
	}
	return es, nil
}

func main() {
	sum, err := walk.Walk(madeUp{depth: 4, locked: "/a/b"}, "", 4)
	fmt.Printf("%+v\n%v\n", sum, err)
	if sum.Dirs != 121-13 || sum.Files != 2*sum.Dirs || err == nil {
		os.Exit(1)
	}
}
