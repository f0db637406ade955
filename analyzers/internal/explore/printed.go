package explore

import (
	"go/types"
	"slices"
	"strings"
	"unicode/utf8"
)

// textMethods names the methods by which a function of the library asks a value that may be
// of any type for its text; the first of them that a type has is called.
func textMethods(fn *types.Func) []string {
	if fn.Pkg().Path() == "encoding/json" {
		return []string{"MarshalJSON", "MarshalText"}
	}
	return []string{"Error", "String"}
}

// takesLayout reports whether a function of the library prints by a layout, which stands before the operands.
func takesLayout(fn *types.Func) bool {
	return strings.HasSuffix(fn.Name(), "f") && fn.Signature().Variadic() && fn.Signature().Params().Len() > 1
}

// askedForText tells for each operand of a layout whether it is asked for its text (package fmt,
// "Printing"). Of layouts that name their operands by number it says nothing, known false.
func askedForText(layout string) (asked []bool, known bool) {
	for {
		_, rest, found := strings.Cut(layout, "%")
		if !found {
			return asked, true
		}
		verb := strings.IndexFunc(rest, func(r rune) bool { return !strings.ContainsRune("+-# 0123456789.*", r) })
		if verb < 0 {
			return asked, true
		}
		flags := rest[:verb]
		r, size := utf8.DecodeRuneInString(rest[verb:])
		layout = rest[verb+size:]
		asked = slices.Concat(asked, make([]bool, strings.Count(flags, "*"))) // a width is a number
		switch r {
		case '[':
			return nil, false
		case '%':
		case 'v':
			asked = append(asked, !strings.Contains(flags, "#"))
		default:
			asked = append(asked, strings.ContainsRune("sqxXw", r))
		}
	}
}
