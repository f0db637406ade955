package kitchen

import "maps"

type state struct {
	orders map[int][]string
	served int
}

// Kitchen runs all its work on one goroutine.
type Kitchen struct {
	work chan func(*state)
	gone chan struct{}
}

// Open starts a kitchen.
func Open() *Kitchen {
	k := &Kitchen{work: make(chan func(*state)), gone: make(chan struct{})}
	go k.run()
	return k
}

func (k *Kitchen) run() {
	defer close(k.gone)
	st := &state{orders: make(map[int][]string)}
	for f := range k.work {
		f(st)
	}
}

func (k *Kitchen) do(f func(*state)) {
	done := make(chan struct{})
	k.work <- func(st *state) {
		defer close(done)
		f(st)
	}
	<-done
}

// Order adds a dish for a table; it does not wait for the kitchen.
func (k *Kitchen) Order(tableNo int, dish string) {
	k.work <- func(st *state) {
		st.orders[tableNo] = append(st.orders[tableNo], dish)
	}
}

// Serve takes everything ready for a table.
func (k *Kitchen) Serve(tableNo int) (dishes []string) {
	k.do(func(st *state) {
		dishes = st.orders[tableNo]
		delete(st.orders, tableNo)
		st.served += len(dishes)
	})
	return dishes
}

// Board shows the open dishes by table and the number served so far.
func (k *Kitchen) Board() (open map[int]int, served int) {
	open = make(map[int]int)
	k.do(func(st *state) {
		for no := range maps.Keys(st.orders) {
			open[no] = len(st.orders[no])
		}
		served = st.served
	})
	return open, served
}

// Close ends the evening. Nothing may be ordered afterwards.
func (k *Kitchen) Close() {
	close(k.work)
	<-k.gone
}
