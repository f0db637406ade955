package fortests

func (c *Conn) SetPeer(peer string) { c.peer = peer }
