package main

import (
	"fmt"
	"io"
	"math"
	"strings"
)

// The drawing's measures, in pixels.
const (
	width, height           = 760, 480
	left, right, top, below = 60, 150, 20, 50
)

var colours = []string{"#4477aa", "#cc3311", "#ee99aa", "#999933"}

// drawing writes CPU time against lines as SVG: a point for each module and
// tool, on logarithmic axes, on which growth in proportion is a line that rises
// as fast as the dashed one.
func drawing(w io.Writer, tools []tool, rows []row) error {
	xs, ys := bounds{}, bounds{}
	for _, r := range rows {
		xs.include(float64(r.lines))
		for _, u := range r.steady() {
			ys.include(u.CPU.Seconds())
		}
	}
	x := func(v float64) float64 { return left + xs.at(v)*(width-left-right) }
	y := func(v float64) float64 { return height - below - ys.at(v)*(height-top-below) }

	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">`+"\n", width, height)
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="white"/>`+"\n", width, height)
	for v := range xs.decades() {
		fmt.Fprintf(&b, `<path d="M%.1f %dV%d" stroke="#ddd"/><text x="%.1f" y="%d" text-anchor="middle">%s</text>`+"\n",
			x(v), top, height-below, x(v), height-below+18, tick(v))
	}
	for v := range ys.decades() {
		fmt.Fprintf(&b, `<path d="M%d %.1fH%d" stroke="#ddd"/><text x="%d" y="%.1f" text-anchor="end">%s</text>`+"\n",
			left, y(v), width-right, left-6, y(v)+4, tick(v))
	}
	fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="middle">lines of Go, tests included</text>`+"\n", (left+width-right)/2, height-12)
	fmt.Fprintf(&b, `<text transform="translate(16 %d) rotate(-90)" text-anchor="middle">CPU seconds</text>`+"\n", (top+height-below)/2)
	if low, high := proportion(xs, ys); high > low {
		fmt.Fprintf(&b, `<path d="M%.1f %.1fL%.1f %.1f" stroke="#888" stroke-dasharray="4 4"/>`+"\n",
			x(low), y(ys.low()*low/xs.low()), x(high), y(ys.low()*high/xs.low()))
	}
	for i, t := range tools {
		colour := colours[i%len(colours)]
		for _, r := range rows {
			fmt.Fprintf(&b, `<circle cx="%.1f" cy="%.1f" r="4" fill="%s" fill-opacity="0.75"><title>%s, %s: %d lines, %.1f s</title></circle>`+"\n",
				x(float64(r.lines)), y(r.steady()[i].CPU.Seconds()), colour, t.name, r.Path, r.lines, r.steady()[i].CPU.Seconds())
		}
		at := top + 20*(i+1)
		fmt.Fprintf(&b, `<circle cx="%d" cy="%d" r="4" fill="%s"/><text x="%d" y="%d">%s</text>`+"\n", width-right+20, at, colour, width-right+30, at+4, t.name)
	}
	b.WriteString("</svg>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// bounds are the smallest and the largest of positive values.
type bounds struct{ smallest, largest float64 }

func (b *bounds) include(v float64) {
	if v <= 0 {
		return
	}
	if b.smallest == 0 || v < b.smallest {
		b.smallest = v
	}
	b.largest = max(b.largest, v)
}

// low and high are powers of ten around the values.
func (b bounds) low() float64 { return math.Pow10(int(math.Floor(math.Log10(max(b.smallest, 1e-3))))) }
func (b bounds) high() float64 {
	return max(math.Pow10(int(math.Ceil(math.Log10(max(b.largest, 1e-3))))), 10*b.low())
}

// at returns where a value lies between low, 0, and high, 1.
func (b bounds) at(v float64) float64 {
	v = min(max(v, b.low()), b.high())
	return math.Log10(v/b.low()) / math.Log10(b.high()/b.low())
}

// decades yields the powers of ten from low to high.
func (b bounds) decades() func(func(float64) bool) {
	return func(yield func(float64) bool) {
		for v := b.low(); v < b.high()*1.5; v *= 10 {
			if !yield(v) {
				return
			}
		}
	}
}

// proportion returns between which numbers of lines the line of proportional
// growth from the lower left corner stays within the drawing.
func proportion(xs, ys bounds) (low, high float64) {
	return xs.low(), min(xs.high(), xs.low()*ys.high()/ys.low())
}

func tick(v float64) string {
	switch {
	case v >= 1e6:
		return fmt.Sprintf("%g M", v/1e6)
	case v >= 1e3:
		return fmt.Sprintf("%g k", v/1e3)
	}
	return fmt.Sprintf("%g", v)
}
