package garage

// Garage is safe for concurrent use.
type Garage struct {
	decks []*deck // never changed after New
}

// New makes a garage; sizes are the places of each deck.
func New(sizes ...int) *Garage {
	g := new(Garage)
	for _, n := range sizes {
		g.decks = append(g.decks, newDeck(n))
	}
	return g
}

// Park returns the deck and the place. A plate is parked only once at a time.
func (g *Garage) Park(plate string) (deck, place int, err error) {
	for i, d := range g.decks {
		if p, ok := d.put(plate); ok {
			return i, p, nil
		}
	}
	return 0, 0, ErrFull
}

// Leave looks on every deck. It locks them all, because the car could be shifted meanwhile.
func (g *Garage) Leave(plate string) error {
	for _, d := range g.decks {
		d.mu.Lock()
	}
	defer func() {
		for _, d := range g.decks {
			d.mu.Unlock()
		}
	}()
	for _, d := range g.decks {
		if d.takeLocked(plate) {
			return nil
		}
	}
	return ErrUnknown
}

// Shift moves a car between two decks.
func (g *Garage) Shift(plate string, from, to int) error {
	if from == to {
		return nil
	}
	a, b := g.decks[min(from, to)], g.decks[max(from, to)]
	a.mu.Lock()
	defer a.mu.Unlock()
	b.mu.Lock()
	defer b.mu.Unlock()
	if g.decks[to].freeLocked() == 0 {
		return ErrFull
	}
	if !g.decks[from].takeLocked(plate) {
		return ErrUnknown
	}
	g.decks[to].putLocked(plate)
	return nil
}

func (g *Garage) rlockAll() {
	for _, d := range g.decks {
		d.mu.RLock()
	}
}

func (g *Garage) runlockAll() {
	for i := len(g.decks) - 1; i >= 0; i-- {
		g.decks[i].mu.RUnlock()
	}
}

// Free is exact: no car is counted twice while it is shifted.
func (g *Garage) Free() (n int) {
	g.rlockAll()
	defer g.runlockAll()
	for _, d := range g.decks {
		n += d.freeLocked()
	}
	return n
}
