package report

import (
	"strconv"
	"unicode/utf16"
)

// hashWindow is how many characters a line's hash covers.
const hashWindow = 100

// lineHashes returns the primaryLocationLineHash of every line, as GitHub's
// codeql-action computes it where a result has none (src/fingerprints.ts): a
// rolling hash over the hundred characters that are no blanks from the line's start
// on, and which of the lines with this hash it is. It survives edits elsewhere.
func lineHashes(content string) []string {
	const factor = 37
	oldest := uint64(1) // factor to the power of hashWindow
	for range hashWindow {
		oldest *= factor
	}
	var window [hashWindow]uint16
	var started [hashWindow]bool // a line begins at this place of the window
	var hashes []string
	counts := make(map[uint64]int)
	var hash uint64
	at := 0
	output := func() {
		if started[at] {
			started[at] = false
			counts[hash]++
			hashes = append(hashes, strconv.FormatUint(hash, 16)+":"+strconv.Itoa(counts[hash]))
		}
	}
	push := func(unit uint16) {
		hash = hash*factor + uint64(unit) - oldest*uint64(window[at])
		window[at] = unit
		at = (at + 1) % hashWindow
	}
	lineStart, afterCR := true, false
	take := func(unit uint16) {
		skipped := unit == ' ' || unit == '\t' || afterCR && unit == '\n'
		afterCR = unit == '\r'
		if skipped {
			return
		}
		if unit == '\r' {
			unit = '\n'
		}
		output()
		started[at], lineStart = lineStart, unit == '\n'
		push(unit)
	}
	for _, unit := range utf16.Encode([]rune(content)) {
		take(unit)
	}
	take(0xFFFF) // the end
	for range hashWindow {
		output()
		push(0)
	}
	return hashes
}
