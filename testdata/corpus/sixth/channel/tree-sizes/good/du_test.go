package du

import (
	"testing"
	"testing/fstest"
)

func TestSum(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, d := range []string{"a", "a/b", "a/b/c", "d", "d/e"} {
		for _, f := range []string{"1", "2", "3"} {
			fsys[d+"/"+f+".txt"] = &fstest.MapFile{Data: []byte(d + f)}
		}
	}
	got := Sum(fsys, ".", 2)
	if len(got) != 5 || got["a/b"] != 12 {
		t.Fatal(got)
	}
}
