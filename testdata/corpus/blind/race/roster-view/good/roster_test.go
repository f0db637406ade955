package roster

import (
	"strings"
	"sync"
	"testing"
)

func TestRename(t *testing.T) {
	team := NewTeam("ann", "bob", "cy")
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		team.Rename("bob", "rob")
		team.SetTag("changed", "yes")
	}()
	go func() {
		defer wg.Done()
		if s := strings.Join(team.Members(), " "); !strings.HasPrefix(s, "ann") {
			t.Errorf("members %s", s)
		}
	}()
	wg.Wait()
	if team.Tag("changed") != "yes" {
		t.Error("no tag")
	}
}
