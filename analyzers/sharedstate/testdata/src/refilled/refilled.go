// Package refilled hands its buffer over and fills it again.
package refilled

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"io"
	"strconv"
	"sync"
)

func Tail(r io.Reader, out chan<- []byte) error {
	buf := make([]byte, 4096)
	for {
		n, err := r.Read(buf)
		if err != nil {
			return err
		}
		out <- buf[:n] // want `likely data race: Tail sends buf itself; the next turn of the loop overwrites it at line 17 while the receiver may still read it; send a copy \(use-after-send\)`
	}
}

type chunk struct {
	off  int
	data []byte
}

func Chunks(r io.Reader, out chan<- chunk) {
	buf := make([]byte, 512)
	off := 0
	for {
		n, err := io.ReadFull(r, buf)
		if err != nil {
			close(out)
			return
		}
		out <- chunk{off, buf[:n]} // want `Chunks sends buf itself; the next turn of the loop overwrites it at line 34.* \(use-after-send\)`
		off += n
	}
}

func Pointers(ctx context.Context, r io.Reader, out chan<- *chunk) {
	var block [512]byte
	for {
		n, err := r.Read(block[:])
		if err != nil {
			return
		}
		select {
		case out <- &chunk{data: block[:n]}: // want `Pointers sends.* \(use-after-send\)`
		case <-ctx.Done():
			return
		}
	}
}

func WholeArray(r io.Reader, out chan<- *[64]byte) {
	block := new([64]byte)
	for {
		if _, err := r.Read(block[:]); err != nil {
			return
		}
		out <- block // want `WholeArray sends the buffer itself.* \(use-after-send\)`
	}
}

func Boxed(r io.Reader, out chan any) {
	buf := make([]byte, 512)
	for {
		if _, err := r.Read(buf); err != nil {
			return
		}
		out <- buf // want `Boxed sends buf itself.* \(use-after-send\)`
	}
}

func Lines(r io.Reader, out chan<- []byte) {
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		line := scanner.Bytes()
		out <- line // want `Lines sends line itself; the next turn of the loop overwrites it at line 81.* \(use-after-send\)`
	}
	close(out)
}

func Records(r *bufio.Reader, out chan<- []byte) {
	for {
		line, _, err := r.ReadLine()
		if err != nil {
			return
		}
		out <- line // want `Records sends line itself.* \(use-after-send\)`
	}
}

func Encoded(numbers []int, out chan<- []byte) {
	var buf bytes.Buffer
	for _, n := range numbers {
		buf.Reset()
		buf.WriteString(strconv.Itoa(n))
		out <- buf.Bytes() // want `Encoded sends the buffer itself.* \(use-after-send\)`
	}
}

func Numbers(numbers []int64, out chan<- []byte) {
	var line []byte
	for _, n := range numbers {
		line = strconv.AppendInt(line[:0], n, 10)
		line = append(line, '\n')
		out <- line // want `Numbers sends line itself.* \(use-after-send\)`
	}
}

func Frames(payloads [][]byte, out chan<- []byte) {
	frame := make([]byte, 0, 1024)
	for _, p := range payloads {
		frame = append(frame[:0], byte(len(p)))
		frame = append(frame, p...)
		out <- frame // want `Frames sends frame itself.* \(use-after-send\)`
	}
}

func Headers(sizes []uint32, out chan<- []byte) {
	header := make([]byte, 8)
	for i, size := range sizes {
		binary.BigEndian.PutUint32(header[:4], uint32(i))
		binary.BigEndian.PutUint32(header[4:], size)
		out <- header // want `Headers sends header itself.* \(use-after-send\)`
	}
}

func Rows(n int, out chan<- []int) {
	row := make([]int, 8)
	for y := range n {
		for x := range row {
			row[x] = x * y
		}
		out <- row // want `Rows sends row itself.* \(use-after-send\)`
	}
}

// Broadcast sends one buffer to several.
func Broadcast(r io.Reader, clients []chan []byte) {
	buf := make([]byte, 512)
	for {
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		for _, c := range clients {
			c <- buf[:n] // want `Broadcast sends buf itself.* \(use-after-send\)`
		}
	}
}

func checksum(data []byte) (sum int) {
	for _, b := range data {
		sum += int(b)
	}
	return sum
}

func Sums(r io.Reader) {
	buf := make([]byte, 512)
	for {
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		go checksum(buf[:n]) // want `Sums hands buf to a new goroutine; the next turn of the loop overwrites it at line 168 while the goroutine may still read it; hand over a copy \(use-after-send\)`
	}
}

func Captured(r io.Reader, handle func([]byte)) {
	var wg sync.WaitGroup
	defer wg.Wait()
	buf := make([]byte, 512)
	for {
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		wg.Go(func() { handle(buf[:n]) }) // want `Captured hands buf to a new goroutine.* \(use-after-send\)`
	}
}

// A Source keeps its buffer in a field, and fills it by a method.
type Source struct {
	r   io.Reader
	buf []byte
	out chan []byte
}

func NewSource(r io.Reader) *Source {
	return &Source{r: r, buf: make([]byte, 512), out: make(chan []byte)}
}

func (s *Source) Run() {
	for {
		n, err := s.r.Read(s.buf)
		if err != nil {
			return
		}
		s.out <- s.buf[:n] // want `Run sends s.buf itself.* \(use-after-send\)`
	}
}

func fill(data []byte, with byte) {
	for i := range data {
		data[i] = with
	}
}

func Patterns(out chan<- []byte) {
	buf := make([]byte, 16)
	for i := range 16 {
		fill(buf, byte(i))
		out <- buf // want `Patterns sends buf itself.* \(use-after-send\)`
	}
}

func Whole(r io.Reader, out chan<- *[]byte) {
	buf := make([]byte, 512)
	for {
		if _, err := r.Read(buf); err != nil {
			return
		}
		out <- &buf // want `Whole sends buf itself.* \(use-after-send\)`
	}
}

// Dropped fills the buffer again whether it was sent or not.
func Dropped(r io.Reader, out chan<- []byte) {
	buf := make([]byte, 512)
	for {
		if _, err := r.Read(buf); err != nil {
			return
		}
		select {
		case out <- buf: // want `Dropped sends.* \(use-after-send\)`
		default:
		}
	}
}

func process(c chunk) { println(c.off, checksum(c.data)) }

// Started gives each goroutine a chunk of its own, around one buffer.
func Started(r io.Reader) {
	buf := make([]byte, 512)
	for off := 0; ; off++ {
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		c := chunk{off, buf[:n]}
		if n%2 == 0 {
			go process(c) // want `Started hands .* to a new goroutine.* \(use-after-send\)`
			continue
		}
		go func() { process(c) }() // want `Started hands .* to a new goroutine.* \(use-after-send\)`
	}
}
