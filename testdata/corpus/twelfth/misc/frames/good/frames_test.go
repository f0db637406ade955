package frames

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"testing"
	"time"
)

func TestPipe(t *testing.T) {
	pr, pw := io.Pipe()
	go func() {
		pw.CloseWithError(Encode(pw, []byte("alpha"), nil, []byte("gamma")))
	}()
	var got []string
	err := Decode(pr, func(_ int, b []byte) error {
		got = append(got, string(b))
		return nil
	})
	pr.Close()
	if err != nil || len(got) != 3 || got[2] != "gamma" {
		t.Fatalf("%q, %v", got, err)
	}
}

func TestErrors(t *testing.T) {
	before := runtime.NumGoroutine()
	var buf bytes.Buffer
	if err := Encode(&buf, []byte("one"), []byte("two"), []byte("three")); err != nil {
		t.Fatal(err)
	}
	raw := buf.Bytes()
	stop := errors.New("stop")
	calls := 0
	err := Decode(bytes.NewReader(raw), func(int, []byte) error { calls++; return stop })
	if !errors.Is(err, stop) || calls != 1 {
		t.Errorf("%v after %d calls", err, calls)
	}
	damaged := bytes.Clone(raw)
	damaged[6] ^= 0x40
	if err := Decode(bytes.NewReader(damaged), func(int, []byte) error { return nil }); !errors.Is(err, ErrChecksum) {
		t.Error(err)
	}
	if err := Decode(bytes.NewReader(raw[:12]), func(int, []byte) error { return stop }); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error(err)
	}
	for i := 0; runtime.NumGoroutine() > before; i++ {
		if i > 100 {
			t.Fatal("goroutines left behind")
		}
		time.Sleep(5 * time.Millisecond)
	}
}
