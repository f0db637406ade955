package links

import (
	"errors"
	"slices"
	"testing"
	"time"
)

func visit(url string) (int, error) {
	time.Sleep(time.Minute) // by the test's clock
	switch url {
	case "/gone":
		return 404, nil
	case "//unreachable":
		return 0, errors.New("no such host")
	}
	return 200, nil
}

func TestBrokenLinksAreFound(t *testing.T) {
	bubble(t, func(t *testing.T) {
		if got, want := Broken(visit, []string{"/", "/gone", "/news"}), []string{"/gone"}; !slices.Equal(got, want) {
			t.Errorf("Broken = %q, want %q", got, want)
		}
		if got := Broken(visit, nil); len(got) != 0 {
			t.Errorf("of no links, %q are broken", got)
		}
	})
}

func TestALinkWithoutAnswerIsBroken(t *testing.T) {
	bubble(t, func(t *testing.T) {
		got := slices.Clone(Broken(visit, []string{"/", "//unreachable", "/gone"}))
		if want := []string{"//unreachable", "/gone"}; !slices.Equal(got, want) {
			t.Errorf("Broken = %q, want %q: it returned before every visit had ended", got, want)
		}
	})
}

func TestLinksAreVisitedAtTheSameTime(t *testing.T) {
	bubble(t, func(t *testing.T) {
		began := time.Now()
		Broken(visit, []string{"/", "/news", "/gone"})
		if took := time.Since(began); took > time.Minute {
			t.Errorf("three links of a minute each took %v; visited at the same time they take 1m0s", took)
		}
	})
}
