package stock

// Warehouse is a set of shards.
type Warehouse struct {
	shards []*shard
}

// Option changes a Warehouse at its creation.
type Option func(*config)

type config struct {
	shards int
	seed   map[string]int
}

// WithShards sets the number of shards.
func WithShards(n int) Option { return func(c *config) { c.shards = n } }

// WithSeed gives the first units.
func WithSeed(seed map[string]int) Option { return func(c *config) { c.seed = seed } }

// New builds a Warehouse.
func New(opts ...Option) *Warehouse {
	c := config{shards: 8}
	for _, o := range opts {
		o(&c)
	}
	w := &Warehouse{}
	for range c.shards {
		w.shards = append(w.shards, &shard{items: make(map[string]*item)})
	}
	for sku, n := range c.seed {
		w.Add(sku, n)
	}
	return w
}

func (w *Warehouse) shard(sku string) *shard {
	return w.shards[indexOf(sku, len(w.shards))]
}

// Add puts units on the shelf.
func (w *Warehouse) Add(sku string, n int) {
	s := w.shard(sku)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ensure(sku).onHand += n
}

// Reserve sets units aside for an order.
func (w *Warehouse) Reserve(sku string, n int) error {
	s := w.shard(sku)
	s.mu.Lock()
	defer s.mu.Unlock()
	it, err := s.find(sku)
	if err != nil {
		return err
	}
	if it.onHand < n {
		return ErrShort
	}
	it.onHand -= n
	it.reserved += n
	return nil
}

// Relabel turns n units of one SKU into units of another.
func (w *Warehouse) Relabel(from, to string, n int) error {
	src, dst := w.shard(from), w.shard(to)
	src.mu.Lock()
	it, err := src.find(from)
	if err == nil && it.onHand < n {
		err = ErrShort
	}
	if err != nil {
		src.mu.Unlock()
		return err
	}
	it.onHand -= n
	src.mu.Unlock()

	dst.mu.Lock()
	defer dst.mu.Unlock()
	dst.ensure(to).onHand += n
	return nil
}

// Units sums the units of all shards.
func (w *Warehouse) Units() int {
	sum := 0
	for _, s := range w.shards {
		s.mu.Lock()
		for _, it := range s.items {
			sum += it.onHand + it.reserved
		}
		s.mu.Unlock()
	}
	return sum
}
