// Package morse tests a translator of Morse code.
package morse

import (
	"fmt"
	"strings"
	"testing"
)

func encode(word string) string {
	codes := map[rune]string{'S': "...", 'O': "---", 'E': "."}
	var out []string
	for _, r := range word {
		out = append(out, codes[r])
	}
	return strings.Join(out, " ")
}

type harness struct {
	t    *testing.T
	errs chan error
}

func (h *harness) check(word, want string) {
	if got := encode(word); got != want {
		h.errs <- fmt.Errorf("%s = %q, want %q", word, got, want)
		return
	}
	h.errs <- nil
}

func (h *harness) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

func TestEncode(t *testing.T) {
	h := &harness{t: t, errs: make(chan error, 2)}
	go h.check("SOS", "... --- ...")
	go h.check("OSE", "--- ... .")
	h.must(<-h.errs)
	h.must(<-h.errs)
}
