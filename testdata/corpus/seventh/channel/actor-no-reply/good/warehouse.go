package warehouse

import "errors"

// Errors of a warehouse.
var (
	ErrShort = errors.New("warehouse: not enough of it")
	ErrOp    = errors.New("warehouse: unknown operation")
)

// Warehouse is a running warehouse.
type Warehouse struct {
	reqs chan request
	done chan struct{}
}

// Open starts a warehouse.
func Open() *Warehouse {
	w := &Warehouse{reqs: make(chan request), done: make(chan struct{})}
	go w.loop()
	return w
}

func (w *Warehouse) ask(r request) response {
	r.reply = make(chan response, 1)
	w.reqs <- r
	return <-r.reply
}

// Put adds n pieces and returns how many there are now.
func (w *Warehouse) Put(item string, n int) int {
	return w.ask(request{op: opPut, item: item, n: n}).n
}

// Take removes n pieces.
func (w *Warehouse) Take(item string, n int) (int, error) {
	r := w.ask(request{op: opTake, item: item, n: n})
	return r.n, r.err
}

// List returns all pieces.
func (w *Warehouse) List() map[string]int {
	return w.ask(request{op: opList}).items
}

// Clear empties the shelves and does not wait until that is done.
func (w *Warehouse) Clear() {
	w.reqs <- request{op: opClear, reply: make(chan response, 1)}
}

// Close ends the warehouse; no other method may be called after it.
func (w *Warehouse) Close() {
	close(w.reqs)
	<-w.done
}

// Move takes pieces from one warehouse to another.
func Move(from, to *Warehouse, item string, n int) error {
	if _, err := from.Take(item, n); err != nil {
		return err
	}
	to.Put(item, n)
	return nil
}
