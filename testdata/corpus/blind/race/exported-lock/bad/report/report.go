// Package report sums fleets up.
package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"blind/race/exported-lock/bad/fleet"
)

// Line is a line of a report.
type Line struct {
	Plate string
	Km    float64
}

// Mileage lists the vehicles that went at least min.
func Mileage(f *fleet.Fleet, min float64) []Line {
	var lines []Line
	for _, v := range f.Vehicles { // BUG: unlocked-read
		if v.Odometer >= min { // BUG: unlocked-read
			lines = append(lines, Line{v.Plate, v.Odometer}) // BUG: unlocked-read
		}
	}
	slices.SortFunc(lines, func(a, b Line) int {
		return cmp.Or(cmp.Compare(b.Km, a.Km), cmp.Compare(a.Plate, b.Plate))
	})
	return lines
}

// Summary is a line of text.
func Summary(f *fleet.Fleet) string {
	f.RLock()
	defer f.RUnlock()
	return fmt.Sprintf("%d vehicles, %d moves", len(f.Vehicles), f.Moves)
}

// Table formats lines.
func Table(lines []Line) string {
	var sb strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&sb, "%-8s %6.1f\n", l.Plate, l.Km)
	}
	return sb.String()
}
