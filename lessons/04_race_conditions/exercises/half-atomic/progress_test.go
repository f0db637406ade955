package progress

import (
	"fmt"
	"io"
	"strings"
	"testing"
)

func TestPercent(t *testing.T) {
	d := New(200)
	for _, want := range []int{0, 25, 50, 75, 100} {
		if got := d.Percent(); got != want {
			t.Errorf("Percent = %d, want %d", got, want)
		}
		if _, err := d.Write(make([]byte, 50)); err != nil {
			t.Fatal(err)
		}
	}
	if New(0).Percent() != 100 {
		t.Error("a download of nothing is not complete")
	}
}

// The bytes of two files are counted while somebody looks: for the race
// detector (go test -race).
func TestProgressIsShownMeanwhile(t *testing.T) {
	d := New(10)
	var page strings.Builder
	if err := d.Run(&page, []io.Reader{strings.NewReader("12345"), strings.NewReader("67890")}); err != nil {
		t.Fatal(err)
	}
	percent := 0
	if _, err := fmt.Sscanf(page.String(), "%d%%", &percent); err != nil || percent < 0 || percent > 100 {
		t.Errorf("the page says %q", page.String())
	}
	if d.Percent() != 100 {
		t.Errorf("at the end it is %d%%", d.Percent())
	}
}
