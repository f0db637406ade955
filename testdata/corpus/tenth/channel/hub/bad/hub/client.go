package hub

// Conn is what a client is connected by.
type Conn interface {
	Write(msg string) error
	Close() error
}

// Client is one connected peer.
type Client struct {
	hub  *Hub
	conn Conn
	send chan string
}

// Join connects a peer to the hub.
func (h *Hub) Join(c Conn) *Client {
	cl := &Client{hub: h, conn: c, send: make(chan string, 4)}
	select {
	case h.join <- cl:
		h.pumps.Go(cl.pump)
	case <-h.stopped:
		c.Close()
	}
	return cl
}

// pump writes the client's messages until the hub closes its channel.
func (c *Client) pump() {
	defer c.conn.Close()
	for msg := range c.send {
		if err := c.conn.Write(msg); err != nil {
			break
		}
	}
	c.Leave()
}

// Leave disconnects the client.
func (c *Client) Leave() {
	select {
	case c.hub.leave <- c:
	case <-c.hub.stopped:
	}
}
