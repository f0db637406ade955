// Package witness describes the schedule behind a report as plain data: which
// goroutine does what, in which order, and what is then lost or stuck.
//
// It knows nothing of how a schedule was found, nor of any editor. A Witness is
// immutable once it hangs on a finding, and may be read from any goroutine.
package witness

import "fmt"

// A Place is a position in a source file, resolved without //line comments.
type Place struct {
	File   string `json:"file"`   // as the file set names it
	Line   int    `json:"line"`   // from 1
	Column int    `json:"column"` // from 1, in bytes
}

// IsValid reports whether the place names a line.
func (p Place) IsValid() bool { return p.Line > 0 }

// String returns file:line:column.
func (p Place) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// A Goroutine is one lane of the interleaving.
type Goroutine struct {
	Name  string `json:"name"`           // what it runs, in the learner's words: "transfer(a, b)"
	Place Place  `json:"place,omitzero"` // its go statement or call; none for main
}

// A Step is one action of one goroutine. Steps happen in the order in which
// they stand, but for those of a race's last Moment, which nothing orders.
type Step struct {
	Goroutine int      `json:"goroutine"`          // index in Witness.Goroutines
	Moment    int      `json:"moment"`             // from 1; two steps of one moment stand on one line
	Place     Place    `json:"place"`              // the statement
	Action    string   `json:"action"`             // the learner's code: "a.mu.Lock()"
	Note      string   `json:"note,omitempty"`     // "waits", "writes", "reads", ...
	Held      []string `json:"held,omitempty"`     // locks that this goroutine holds after the step
	Channels  []string `json:"channels,omitempty"` // contents of the channels it touched: "results: 1 of 2"
	Blocked   string   `json:"blocked,omitempty"`  // what it now waits for, when it cannot go on
}

// A Witness is one schedule that shows a bug.
type Witness struct {
	FormatVersion int         `json:"formatVersion"` // FormatVersion below
	Goroutines    []Goroutine `json:"goroutines"`
	Steps         []Step      `json:"steps"`
	Outcome       string      `json:"outcome"`       // what is now wrong: "nobody can move: ..."
	Why           string      `json:"why,omitempty"` // why these goroutines may run at once
}

// FormatVersion is the version of the JSON form of a Witness. It grows when a
// reader of the previous version would misread the data.
const FormatVersion = 1
