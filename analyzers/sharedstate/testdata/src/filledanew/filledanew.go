// Package filledanew fills buffers in a loop, and nobody reads them at that time.
package filledanew

import (
	"bufio"
	"bytes"
	"io"
	"slices"
	"sync"
)

func Copies(r io.Reader, a, b, c chan<- []byte, s chan<- string) {
	buf := make([]byte, 512)
	for {
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		switch n % 5 {
		case 0:
			a <- append([]byte(nil), buf[:n]...)
		case 1:
			b <- bytes.Clone(buf[:n])
		case 2:
			c <- slices.Clone(buf[:n])
		case 3:
			s <- string(buf[:n])
		default:
			data := make([]byte, n)
			copy(data, buf)
			a <- data
		}
	}
}

func Fresh(r io.Reader, out chan<- []byte) {
	for {
		buf := make([]byte, 512)
		for range 2 {
			n, err := r.Read(buf)
			if err != nil {
				return
			}
			if n > 0 {
				out <- buf[:n]
				break
			}
		}
	}
}

func FreshLater(r io.Reader, out chan<- []byte) {
	buf := make([]byte, 512)
	for {
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		out <- buf[:n]
		buf = make([]byte, 512)
	}
}

// Batches starts a new slice after each that it has sent.
func Batches(in <-chan int, out chan<- []int) {
	var batch []int
	for n := range in {
		if len(batch) == 0 {
			batch = append(batch[:0], n)
			continue
		}
		batch = append(batch, n)
		if len(batch) == 10 {
			out <- batch
			batch = nil
		}
	}
}

func Answered(r io.Reader, out chan<- []byte, done <-chan struct{}) {
	buf := make([]byte, 512)
	for {
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		out <- buf[:n]
		<-done
	}
}

type request struct {
	data []byte
	done chan error
}

func Requests(r io.Reader, out chan<- *request, quit <-chan struct{}) {
	buf := make([]byte, 512)
	for {
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		req := &request{buf[:n], make(chan error, 1)}
		out <- req
		select {
		case <-req.done:
		case <-quit:
			return
		}
	}
}

func Awaited(r io.Reader, handle func([]byte)) {
	buf := make([]byte, 512)
	for {
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		var wg sync.WaitGroup
		for range 3 {
			wg.Go(func() { handle(buf[:n]) })
		}
		wg.Wait()
	}
}

// Locked waits for the lock that the receiver holds while it reads.
func Locked(r io.Reader, out chan<- []byte, mu *sync.Mutex) {
	buf := make([]byte, 512)
	for {
		mu.Lock()
		n, err := r.Read(buf)
		mu.Unlock()
		if err != nil {
			return
		}
		out <- buf[:n]
	}
}

func Once(r io.Reader, out chan<- []byte) {
	buf := make([]byte, 512)
	for {
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		if n > 0 {
			out <- buf[:n]
			return
		}
	}
}

// FreeList gets used buffers back.
func FreeList(r io.Reader, out chan<- []byte, free <-chan []byte) {
	for buf := range free {
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		out <- buf[:n]
	}
}

func Pooled(r io.Reader, out chan<- []byte, pool *sync.Pool) {
	for {
		buf := pool.Get().([]byte)
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		out <- buf[:n]
	}
}

// Turns has two buffers, of which the receiver has one, over an unbuffered channel.
func Turns(r io.Reader, out chan<- []byte) {
	buf, other := make([]byte, 512), make([]byte, 512)
	for {
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		out <- buf[:n]
		buf, other = other, buf
	}
}

// Pair likewise, in an array.
func Pair(r io.Reader, out chan<- []byte) {
	var bufs [2][512]byte
	for i := 0; ; i++ {
		n, err := r.Read(bufs[i%2][:])
		if err != nil {
			return
		}
		out <- bufs[i%2][:n]
	}
}

// Handshake sends a second time, which nobody receives before the first is read.
func Handshake(r io.Reader, out chan<- []byte) {
	buf := make([]byte, 512)
	for {
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		out <- buf[:n]
		out <- nil
	}
}

// Own is sender and receiver.
func Own(r io.Reader) int {
	queue := make(chan []byte, 1)
	buf := make([]byte, 512)
	total := 0
	for {
		n, err := r.Read(buf)
		if err != nil {
			return total
		}
		queue <- buf[:n]
		total += len(<-queue)
	}
}

// OwnLater empties the channel after the loop.
func OwnLater(r io.Reader) (total int) {
	queue := make(chan []byte, 8)
	buf := make([]byte, 512)
	for range 8 {
		n, _ := r.Read(buf)
		queue <- buf[:n]
	}
	close(queue)
	for data := range queue {
		total += len(data)
	}
	return total
}

// Parts gives each goroutine a part of its own.
func Parts(r io.Reader, handle func([]byte)) {
	buf := make([]byte, 4096)
	for i := range 8 {
		part := buf[i*512 : (i+1)*512]
		if _, err := io.ReadFull(r, part); err != nil {
			return
		}
		go handle(part)
	}
}

// Window goes forward in a large buffer.
func Window(r io.Reader, out chan<- []byte) {
	buf := make([]byte, 1<<20)
	for len(buf) > 0 {
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		out <- buf[:n]
		buf = buf[n:]
	}
}

// Grown sends what there is so far, which does not change.
func Grown(numbers []int, out chan<- []int) {
	all := make([]int, len(numbers))
	for i, n := range numbers {
		all[i] = n
		out <- all[:i+1]
	}
}

// Appended likewise.
func Appended(numbers []int, out chan<- []int) {
	var all []int
	for _, n := range numbers {
		all = append(all, n)
		out <- all
	}
}

// Elements tells each goroutine which element is its own.
func Elements(numbers []int) []int {
	results := make([]int, len(numbers))
	var wg sync.WaitGroup
	for i, n := range numbers {
		results[i] = n
		wg.Go(func() { results[i] *= 2 })
	}
	wg.Wait()
	for i, n := range numbers {
		results[i] += n
		wg.Add(1)
		go square(results, i, &wg)
	}
	wg.Wait()
	return results
}

func square(list []int, i int, wg *sync.WaitGroup) {
	defer wg.Done()
	list[i] *= list[i]
}

// Cells fills a row for each goroutine.
func Cells(w, h int, handle func([]int)) {
	cells := make([]int, w*h)
	for y := range h {
		for x := range w {
			cells[y*w+x] = x
		}
		go handle(cells[y*w : (y+1)*w])
	}
}

// Values sends arrays, which are copies.
func Values(r io.Reader, out chan<- [16]byte) {
	var block [16]byte
	for {
		if _, err := io.ReadFull(r, block[:]); err != nil {
			return
		}
		out <- block
	}
}

// Sizes tells how much there was, and of its own buffer.
func Sizes(r io.Reader, out chan<- int) {
	buf := make([]byte, 512)
	for {
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		out <- n
		go println(len(buf))
	}
}

func Texts(r io.Reader, out chan<- string, lines chan<- []byte) {
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		out <- scanner.Text()
		lines <- bytes.Clone(scanner.Bytes())
	}
}

// Files has a scanner for each.
func Files(files []io.Reader, out chan<- []byte) {
	for _, file := range files {
		scanner := bufio.NewScanner(file)
		if scanner.Scan() {
			out <- scanner.Bytes()
		}
	}
}

// Collected writes on behind what was sent.
func Collected(words []string, out chan<- []byte) {
	var buf bytes.Buffer
	for _, w := range words {
		buf.WriteString(w)
		out <- buf.Bytes()
	}
}

// A Source replaces its buffer when it has given it away.
type Source struct {
	r   io.Reader
	buf []byte
	out chan []byte
}

func (s *Source) renew() { s.buf = make([]byte, 512) }

func (s *Source) Run() {
	for {
		s.renew()
		n, err := s.r.Read(s.buf)
		if err != nil {
			return
		}
		s.out <- s.buf[:n]
	}
}

// Limited has one place: the next turn gets it when the goroutine is ready.
func Limited(r io.Reader, handle func([]byte)) {
	place := make(chan struct{}, 1)
	buf := make([]byte, 512)
	for {
		place <- struct{}{}
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		go func() {
			handle(buf[:n])
			<-place
		}()
	}
}

// Echo asks whoever it was given: that may wait for the receiver.
func Echo(next func([]byte) (int, error), out chan<- []byte) {
	buf := make([]byte, 512)
	for {
		n, err := next(buf)
		if err != nil {
			return
		}
		out <- buf[:n]
	}
}

// Latest offers what it has, and goes on filling it as long as nobody takes it.
func Latest(in <-chan byte, out chan<- []byte) {
	buf := make([]byte, 1)
	for {
		select {
		case buf[0] = <-in:
		case out <- buf:
			return
		}
	}
}

// Offered fills only what nobody has taken.
func Offered(r io.Reader, out chan<- []byte) {
	buf := make([]byte, 512)
	for {
		if _, err := r.Read(buf); err != nil {
			return
		}
		select {
		case out <- buf:
			return
		default:
		}
	}
}

type index interface{ ReadMany(keys []int) []string }

// Asked only reads the keys.
func Asked(in index, keys []int, out chan<- []int) {
	for range keys {
		println(len(in.ReadMany(keys)))
		out <- keys
	}
}

type conn struct {
	r    io.Reader
	buf  []byte
	size int
}

func (c *conn) touch() { println(c.size) }

type event struct {
	of   *conn
	size int
}

// Events names the connection, whose buffer is its own.
func Events(r io.Reader, out chan<- event) {
	c := &conn{r: r, buf: make([]byte, 512)}
	for {
		n, err := c.r.Read(c.buf)
		if err != nil {
			return
		}
		out <- event{c, n}
	}
}

// Touched starts goroutines that use other parts of an object.
func Touched(r io.Reader) {
	c := &conn{r: r, buf: make([]byte, 512)}
	d := conn{r: r, buf: c.buf}
	for {
		n, err := c.r.Read(c.buf)
		if err != nil || n == 0 {
			return
		}
		go c.touch()
		go func() { println(d.size) }()
	}
}
