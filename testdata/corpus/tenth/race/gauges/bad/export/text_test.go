package export

import (
	"strings"
	"testing"

	"tenth/race/gauges/bad/metrics"
)

func TestText(t *testing.T) {
	reg := metrics.NewRegistry()
	hits := metrics.NewVec[int64]("hits")
	if err := reg.Register(hits); err != nil {
		t.Fatal(err)
	}
	if err := reg.Register(metrics.NewVec[int64]("hits")); err == nil {
		t.Error("second registration passed")
	}
	hits.Add("b", 2)
	hits.Add("a", 1)
	hits.Add("b", 1)
	var sb strings.Builder
	if err := Text(&sb, reg); err != nil {
		t.Fatal(err)
	}
	if got := sb.String(); got != "hits{a} 1\nhits{b} 3\n" {
		t.Errorf("got %q", got)
	}
}
