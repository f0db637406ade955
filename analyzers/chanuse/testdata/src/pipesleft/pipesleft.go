// Package pipesleft leaves pipes before the end.
package pipesleft

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

var errTitle = errors.New("no title")

// Poem reads what a poet writes.
func Poem(poet func(io.Writer) error) ([]string, error) {
	pr, pw := io.Pipe()
	go func() {
		pw.CloseWithError(poet(pw)) // want `likely goroutine leak: this write to a pipe waits for ever when the reader leaves before the end, at pipesleft.go:28, and nobody closes the reader \(abandoned-send\)`
	}()
	return verses(pr)
}

func verses(r io.Reader) (list []string, err error) {
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		verse, ok := strings.CutPrefix(sc.Text(), "| ")
		if !ok {
			return list, fmt.Errorf("no verse: %q", sc.Text())
		}
		list = append(list, verse)
	}
	return list, sc.Err()
}

// Title reads the first line of many.
func Title(lines []string) (string, error) {
	pr, pw := io.Pipe()
	go write(pw, lines)
	br := bufio.NewReader(pr)
	for {
		line, err := br.ReadString('\n')
		if err != nil {
			return "", fmt.Errorf("reading: %w", err)
		}
		if strings.HasPrefix(line, "#") {
			return line, nil
		}
	}
}

func write(w *io.PipeWriter, lines []string) {
	defer w.Close()
	out := bufio.NewWriter(w)
	defer out.Flush()
	for _, l := range lines {
		fmt.Fprintln(out, l) // want `this write to a pipe waits for ever.* \(abandoned-send\)`
	}
}

// Some reads ten lines at most.
func Some(from io.Reader) (n int, err error) {
	pr, pw := io.Pipe()
	go func() {
		_, err := io.Copy(pw, from) // want `this write to a pipe waits for ever.* \(abandoned-send\)`
		pw.CloseWithError(err)
	}()
	sc := bufio.NewScanner(pr)
	if !sc.Scan() {
		return 0, errors.Join(errTitle, sc.Err())
	}
	for n < 10 && sc.Scan() {
		n++
	}
	return n, nil
}
