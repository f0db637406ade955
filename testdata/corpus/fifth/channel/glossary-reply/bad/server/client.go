package server

// Client sends requests to a server. It may be used by several goroutines.
type Client struct{ s *Server }

// Client returns a client of s.
func (s *Server) Client() Client { return Client{s} }

func (c Client) call(op Op, key, value string) (string, error) {
	r := request{op: op, key: key, value: value, reply: make(chan Reply)} // BUG: recv-no-sender
	c.s.reqs <- r
	a := <-r.reply // BUG: recv-no-sender
	return a.Value, a.Err
}

// Get looks a term up.
func (c Client) Get(key string) (string, error) { return c.call(Get, key, "") }

// Put stores a term and returns the old translation.
func (c Client) Put(key, value string) (string, error) { return c.call(Put, key, value) }

// Drop removes a term.
func (c Client) Drop(key string) error {
	_, err := c.call(Drop, key, "") // BUG: recv-no-sender
	return err
}
