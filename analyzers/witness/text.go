package witness

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Text returns the interleaving as text columns, one for each goroutine, with
// the outcome below. It ends in a newline. Wide columns are kept whole: code is
// never cut.
func (w *Witness) Text() string {
	rows := w.rows()
	widths := make([]int, len(w.Goroutines))
	for lane := range w.Goroutines {
		widths[lane] = utf8.RuneCountInString(w.heading(lane))
		for _, row := range rows {
			widths[lane] = max(widths[lane], row[lane].width())
		}
	}
	var b strings.Builder
	digits := len(strconv.Itoa(len(rows)))
	line := func(number string, cells func(lane int) string) {
		text := fmt.Sprintf("  %*s  ", digits, number)
		for lane := range w.Goroutines {
			text += pad(cells(lane), widths[lane]) + "   "
		}
		b.WriteString(strings.TrimRight(text, " ") + "\n")
	}
	line("", w.heading)
	for i, row := range rows {
		line(strconv.Itoa(i+1), func(lane int) string { return row[lane].text(widths[lane]) })
	}
	indent := "  " + strings.Repeat(" ", digits) + "  "
	if w.Outcome != "" {
		b.WriteString(indent + w.Outcome + "\n")
	}
	if w.Why != "" {
		b.WriteString(indent + "why they may run at once: " + w.Why + "\n")
	}
	return b.String()
}

func (w *Witness) heading(lane int) string {
	return fmt.Sprintf("goroutine %d: %s", lane+1, w.Goroutines[lane].Name)
}

// A textCell is one step in the table: what happens on the left, where on the right.
type textCell struct{ action, place string }

// gap is the least space between a step and its place.
const gap = 3

func (c textCell) width() int {
	if c.action == "" {
		return 0
	}
	return utf8.RuneCountInString(c.action) + gap + utf8.RuneCountInString(c.place)
}

func (c textCell) text(width int) string {
	if c.action == "" {
		return ""
	}
	return pad(c.action, width-utf8.RuneCountInString(c.place)) + c.place
}

// rows lays the steps out: one row for each moment, or more where one goroutine
// has several steps in a moment.
func (w *Witness) rows() [][]textCell {
	var rows [][]textCell
	moment := -1
	for _, s := range w.Steps {
		last := len(rows) - 1
		if s.Moment != moment || rows[last][s.Goroutine].action != "" {
			rows = append(rows, make([]textCell, len(w.Goroutines)))
			last++
			moment = s.Moment
		}
		action := s.Action
		if s.Note != "" {
			action += "  " + s.Note
		}
		rows[last][s.Goroutine] = textCell{action, fmt.Sprintf("%s:%d", filepath.Base(s.Place.File), s.Place.Line)}
	}
	return rows
}

func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(text)))
}
