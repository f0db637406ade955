// Package film records frames and hands them to an encoder.
package film

// A Frame is one picture.
type Frame struct {
	Seq    int
	Pixels [64]byte
}

// A Camera sends its frames to the channel Out.
type Camera struct {
	out chan *Frame
	cur *Frame
}

// NewCamera returns a camera.
func NewCamera() *Camera {
	return &Camera{out: make(chan *Frame), cur: &Frame{}}
}

// Frames is where the frames come out, for another goroutine.
func (c *Camera) Frames() <-chan *Frame { return c.out }

// Record takes n frames.
func (c *Camera) Record(n int, expose func(*[64]byte)) {
	defer close(c.out)
	for i := range n {
		c.cur.Seq = i // BUG?
		expose(&c.cur.Pixels)
		c.out <- c.cur // BUG?
	}
}
