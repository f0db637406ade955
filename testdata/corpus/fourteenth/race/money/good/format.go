package money

import (
	"strconv"
	"strings"
)

// Formatter writes amounts in minor units for people to read.
type Formatter struct {
	symbol string
	digits int
}

func NewFormatter() *Formatter { return &Formatter{symbol: "EUR", digits: 2} }

// Use selects the currency.
func (f *Formatter) Use(symbol string, digits int) {
	f.symbol = symbol
	f.digits = digits
}

// Format writes one amount.
func (f *Formatter) Format(minor int64) string {
	s := strconv.FormatInt(minor, 10)
	d := f.digits
	if d > 0 {
		if len(s) <= d {
			s = strings.Repeat("0", d+1-len(s)) + s
		}
		s = s[:len(s)-d] + "." + s[len(s)-d:]
	}
	return f.symbol + " " + s
}
