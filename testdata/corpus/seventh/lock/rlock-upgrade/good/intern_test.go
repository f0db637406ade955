package intern

import (
	"fmt"
	"testing"
)

func TestTable(t *testing.T) {
	var tab Table
	for i := range 10 {
		s := fmt.Sprint("word", i%4)
		id := tab.ID(s)
		if got := tab.Str(id); got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
}
