package chat

import (
	"strings"
	"testing"
)

func TestEverybodyIsGreeted(t *testing.T) {
	r := NewRoom()
	r.Join("Anna")
	r.Join("Ben")
	greeting := r.Welcome()
	if !strings.Contains(greeting, "Hello Anna\n") || !strings.Contains(greeting, "Hello Ben\n") {
		t.Errorf("Anna and Ben are greeted with %q", greeting)
	}
}

func TestMembersOfThisMoment(t *testing.T) {
	r := NewRoom()
	r.Join("Anna")
	then := r.Members()
	r.Join("Ben")
	r.Leave("Anna")
	if len(then) != 1 || !then["Anna"] {
		t.Errorf("Members was asked when only Anna was in the room, and its answer has become %v", then)
	}
	if now := r.Members(); len(now) != 1 || !now["Ben"] {
		t.Errorf("Anna left and Ben came, and the room holds %v", now)
	}
}

func TestTheCallerMayChangeIt(t *testing.T) {
	r := NewRoom()
	r.Join("Anna")
	mine := r.Members()
	mine["somebody who never came"] = true
	delete(mine, "Anna")
	if now := r.Members(); len(now) != 1 || !now["Anna"] {
		t.Errorf("somebody changed the answer of Members, and thereby the room: %v", now)
	}
}
