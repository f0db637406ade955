package rocket

import "testing"

func TestFaults(t *testing.T) {
	got := Faults([]Stage{{"booster", 90, 80}, {"second", 10, 30}, {"third", 5, 5}})
	if len(got) != 1 || got[0] != "second: 10 of 30" {
		t.Errorf("got %q", got)
	}
}
