// Package pipesleftright reads pipes to the end, or closes them.
package pipesleftright

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

var errLine = errors.New("bad line")

// closed closes the reader in any case.
func closed(poet func(io.Writer) error) error {
	pr, pw := io.Pipe()
	defer pr.Close()
	go func() { pw.CloseWithError(poet(pw)) }()
	return check(pr)
}

func check(r io.Reader) error {
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		if sc.Text() == "" {
			return errLine
		}
	}
	return sc.Err()
}

// closedOnError closes it with the reason.
func closedOnError(poet func(io.Writer) error) error {
	pr, pw := io.Pipe()
	go func() { pw.CloseWithError(poet(pw)) }()
	err := check(pr)
	if err != nil {
		pr.CloseWithError(err)
	}
	return err
}

// closedInside gives the pipe to one who closes it.
func closedInside(poet func(io.Writer) error) error {
	pr, pw := io.Pipe()
	go func() { pw.CloseWithError(poet(pw)) }()
	return checkAndClose(pr)
}

func checkAndClose(r io.ReadCloser) error {
	defer r.Close()
	return check(r)
}

// drained reads the rest.
func drained(poet func(io.Writer) error) error {
	pr, pw := io.Pipe()
	go func() { pw.CloseWithError(poet(pw)) }()
	err := check(pr)
	io.Copy(io.Discard, pr)
	return err
}

// toTheEnd counts the bad lines.
func toTheEnd(poet func(io.Writer) error) (bad int) {
	pr, pw := io.Pipe()
	go func() { pw.CloseWithError(poet(pw)) }()
	sc := bufio.NewScanner(pr)
	for sc.Scan() {
		if sc.Text() == "" {
			bad++
		}
	}
	return bad
}

// eachLine knows the end by its error.
func eachLine(poet func(io.Writer) error) (n int, err error) {
	pr, pw := io.Pipe()
	go func() { pw.CloseWithError(poet(pw)) }()
	br := bufio.NewReader(pr)
	for {
		line, err := br.ReadString('\n')
		n += len(line)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// eachOther asks for the end in another way.
func eachOther(poet func(io.Writer) error) (n int, err error) {
	pr, pw := io.Pipe()
	go func() { pw.CloseWithError(poet(pw)) }()
	br := bufio.NewReader(pr)
	for {
		line, err := br.ReadString('\n')
		n += len(line)
		if errors.Is(err, io.EOF) {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// all reads everything.
func all(poet func(io.Writer) error) ([]byte, error) {
	pr, pw := io.Pipe()
	go func() { pw.CloseWithError(poet(pw)) }()
	return io.ReadAll(pr)
}

// given leaves the pipe to its caller.
func given(poet func(io.Writer) error) io.ReadCloser {
	pr, pw := io.Pipe()
	go func() { pw.CloseWithError(poet(pw)) }()
	return pr
}

// once has its only line.
func once(name string) (string, error) {
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprintln(pw, name)
		pw.Close()
	}()
	sc := bufio.NewScanner(pr)
	if !sc.Scan() {
		return "", sc.Err()
	}
	return sc.Text(), nil
}

// stopped ends the writer from here.
func stopped(poet func(io.Writer) error) error {
	pr, pw := io.Pipe()
	defer pw.Close()
	go func() { poet(pw) }()
	return check(pr)
}
