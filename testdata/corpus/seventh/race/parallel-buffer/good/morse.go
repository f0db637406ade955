// Package morse translates words to Morse code.
package morse

import (
	"fmt"
	"io"
)

var code = map[rune]string{'a': ".-", 'e': ".", 's': "...", 'o': "---", 't': "-"}

// Write sends the code of a word to w.
func Write(w io.Writer, word string) error {
	for _, r := range word {
		c, ok := code[r]
		if !ok {
			return fmt.Errorf("no code for %q", r)
		}
		if _, err := io.WriteString(w, c+" "); err != nil {
			return err
		}
	}
	return nil
}
