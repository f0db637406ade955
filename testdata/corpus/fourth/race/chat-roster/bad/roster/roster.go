// Package roster prints who is where.
package roster

import (
	"fmt"
	"sort"
	"strings"

	"fourth/race/chat-roster/bad/room"
)

// Roster knows a fixed set of rooms.
type Roster struct{ rooms []*room.Room }

// Of makes a roster of rooms.
func Of(rooms ...*room.Room) *Roster { return &Roster{rooms} }

// Lines has one line per room: topic, number of people, sorted names.
func (r *Roster) Lines() []string {
	var out []string
	for _, rm := range r.rooms {
		ms := rm.Members()
		names := make([]string, 0, len(ms))
		for _, m := range ms { // BUG: guarded-escape
			names = append(names, m.Name)
		}
		sort.Strings(names)
		out = append(out, fmt.Sprintf("%s (%d): %s", rm.Topic, len(names), strings.Join(names, ", ")))
	}
	return out
}
